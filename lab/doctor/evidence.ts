import type { HealthReason, HealthState } from "../alb";
import type { Topology } from "../topology";

/** Everything that was seen of a lab or a deployment at one moment. Whoever gathers it judges nothing. */
export interface Evidence {
  /** `local`: a lab that runs on this machine; `aws`: a deployment; `files`: what somebody saved. */
  readonly source: "local" | "aws" | "files";
  /** When it was seen, in milliseconds since 1970. */
  readonly atMs: number;
  /** What was meant: the Terraform input. */
  readonly declared?: Topology;
  /** What AWS has, in the same words; absent where nobody asked AWS. */
  readonly deployed?: Topology;
  /** Every registered target, once for each group. */
  readonly targets: readonly SeenTarget[];
  /** How many times faster than declared health checks and delays run; only a local lab does that. Default 1. */
  readonly speed?: number;
  /** Newest first. */
  readonly requests: readonly SeenRequest[];
  /** What could not be seen, and why, such as a permission that is missing. */
  readonly gaps: readonly Gap[];
}

/** A registered target as it was seen. What nobody could see is absent. */
export interface SeenTarget {
  /** Name of its target group; absent where the evidence does not say it. */
  readonly groupName?: string;
  /** Terraform address of its group, of itself, of its registration, as far as they are known in `declared`. */
  readonly groupAddress?: string;
  readonly address?: string;
  /** What is registered: an instance id, an IP address, an ARN. */
  readonly id: string;
  readonly port?: number;
  /** Its `Name` tag. */
  readonly name?: string;
  readonly zone?: string;
  readonly state: HealthState;
  /** AWS's reason code; absent when healthy. */
  readonly reason?: HealthReason;
  /** AWS's description, such as `Health checks failed with these codes: [404]`. */
  readonly description?: string;
  /** Since when it is registered, or its machine runs, in milliseconds since 1970. */
  readonly registeredAtMs?: number;
  readonly launchedAtMs?: number;
  readonly machine?: "pending" | "running" | "stopping" | "stopped" | "shutting-down" | "terminated";
  /** Of the server on it, where it is a process of this machine. */
  readonly process?: SeenProcess;
  /** Oldest first. */
  readonly probes?: readonly SeenProbe[];
  /** The end of what its machine has printed at boot, or of its cloud-init log. */
  readonly console?: string;
  /** Requests that it has answered since the lab was started. */
  readonly answered?: number;
}

export interface SeenProcess {
  readonly state: "starting" | "running" | "stopping" | "stopped" | "crashed" | "external";
  /** When it is started again after crashes, in milliseconds since 1970. */
  readonly restartAtMs?: number;
  /** What somebody has switched on at the dashboard: every answer waits, `/health` fails. */
  readonly delayMs?: number;
  readonly healthBroken?: boolean;
}

export interface SeenProbe {
  readonly atMs: number;
  readonly passed: boolean;
  /** `200`, or why there is no status, such as `connection refused`. */
  readonly result: string;
  readonly ms: number;
}

export interface SeenRequest {
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** As the client saw it; 0 when it saw none. */
  readonly status: number;
  /** `Name` of the target that answered; absent when the load balancer did, or nobody. */
  readonly targetName?: string;
  /** `Name` of the target that was asked in vain, so that the load balancer answered or nobody. */
  readonly silentTargetName?: string;
  /** Terraform address of the listener that it came to, and of the rule that answered: the listener's own by default. */
  readonly listenerAddress?: string;
  readonly ruleAddress?: string;
}

export interface Gap {
  /** What could not be seen, such as `console output of i-0123`. */
  readonly what: string;
  /** Why, such as `ec2:GetConsoleOutput is not allowed`. */
  readonly why: string;
}

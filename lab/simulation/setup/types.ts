import type { CompiledListener } from "../../alb";
import type { Settled, TargetGroup } from "../../topology";
import type { ServerSettings } from "./server-facts";

/** What of a topology is simulated; everything in it is known. */
export interface LabPlan {
  readonly loadBalancer: LoadBalancerPlan;
  readonly groups: readonly GroupPlan[];
  readonly machines: readonly MachinePlan[];
  /** What could not be known and was taken as harmless, a line each. */
  readonly assumptions: readonly string[];
}

export interface LoadBalancerPlan {
  readonly address: string;
  readonly name: string;
  /** Those that are known. */
  readonly zones: readonly string[];
  readonly idleTimeoutSeconds: number;
  readonly clientKeepAliveSeconds: number;
  readonly preserveHostHeader: boolean;
  readonly listeners: readonly ListenerPlan[];
}

export interface ListenerPlan {
  readonly address: string;
  readonly protocol: "http" | "https";
  readonly port: number;
  readonly rules: CompiledListener;
  /** No security group of the load balancer lets anybody in. */
  readonly isClosed: boolean;
}

type SimulatedParts = Pick<TargetGroup, "protocolVersion" | "port" | "healthCheck" | "attributes">;

export interface GroupPlan {
  readonly address: string;
  readonly name: string;
  readonly group: Settled<SimulatedParts>;
  /** Whether a listener or a rule of the load balancer forwards to it. */
  readonly isUsed: boolean;
  readonly targets: readonly TargetPlan[];
}

/** A registration: one instance in two groups is two of these, and one machine. */
export interface TargetPlan {
  /** Address of the registration, with a number where it stands for several. */
  readonly key: string;
  /** Address of the target group. */
  readonly group: string;
  readonly path?: string;
  readonly zone?: string;
  readonly port: number;
  /** Key of the machine that answers. */
  readonly machine: string;
  /** Security groups keep the load balancer from the port of its traffic, of its health checks. */
  readonly isBlocked: boolean;
  readonly isHealthBlocked: boolean;
}

/** An instance, a member of an auto scaling group, or whatever has a registered address. */
export interface MachinePlan {
  readonly key: string;
  /** What reports call it: the name under which its server answers, else its `Name` tag, else its address. */
  readonly name: string;
  /** Everything else that it is called. */
  readonly aliases: readonly string[];
  readonly zone?: string;
  /** Seconds after which systemd starts its server again; `never`; undefined: its user data are not known. */
  readonly restartSeconds: number | "never" | undefined;
  /** Of this project's server, where it runs one; any other one answers on every port and path. */
  readonly server?: ServerSettings;
}

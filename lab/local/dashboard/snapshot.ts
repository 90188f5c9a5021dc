/**
 * Between the running lab and its dashboard. The dashboard knows nothing but this; every text is shown as it is, so it
 * may come from anywhere. Where the input does not determine something, the text says so (`known after apply`).
 */
export interface DashboardSource {
  /** What is true now. Called at most ten times a second for each open page. */
  snapshot(): LabSnapshot;
  /** Calls back after anything in the snapshot changed, as often as it likes; returns how to stop that. */
  onChange(listener: () => void): () => void;
  /** Settles once the action is under way; rejects with one line for the reader where it cannot be. */
  control(targetKey: string, action: ControlAction): Promise<void>;
  /** Asks a listener once, as a client would; settles once that has been answered or has failed. */
  ask(question: Question): Promise<Reply>;
}

export const controlActions = [
  "stop",
  "start",
  /** Ends at once, as by `kill -9`; it comes back by itself. */
  "kill",
  "slow",
  "hang",
  "normal",
  "break-health",
  "mend-health",
] as const;
export type ControlAction = (typeof controlActions)[number];

export interface Question {
  /** Key of the listener. */
  readonly listener: string;
  /** Path and query, such as `/shop?a=1`: printable ASCII, at most 1024 characters. */
  readonly path: string;
}

/** What a question brought. */
export interface Reply {
  /** 0 when there was no answer. */
  readonly status: number;
  /** Who answered; absent when it was the load balancer itself or nobody. */
  readonly targetName?: string;
}

/** The topology as drawn, in the order in which it is drawn, and what happens in it. Keys are unique in their kind. */
export interface LabSnapshot {
  /** Such as the name of the stack. */
  readonly title: string;
  readonly loadBalancers: readonly LoadBalancerView[];
  readonly groups: readonly GroupView[];
  /** Newest first, at most 50. */
  readonly requests: readonly RequestView[];
  /** Over the last second or so. */
  readonly requestsPerSecond: number;
  /** What the reader must know about the picture, such as `2 of 5 rules could not be linked to a group`. */
  readonly notices: readonly string[];
}

export interface LoadBalancerView {
  readonly key: string;
  readonly name: string;
  readonly zones: readonly string[];
  readonly listeners: readonly ListenerView[];
}

export interface ListenerView {
  readonly key: string;
  /** `HTTP` or `HTTPS`. */
  readonly protocol: string;
  /** As declared: `80`, not the local 8080. */
  readonly port: string;
  /** Where it is reached here; absent when it is not. */
  readonly url?: string;
  /** Why nobody reaches it, such as `no security group rule allows port 80`. */
  readonly unreachable?: string;
  /** In the order in which they are tried, the default last. */
  readonly rules: readonly RuleView[];
}

export interface RuleView {
  readonly key: string;
  /** `10`, `default`. */
  readonly priority: string;
  /** All must hold; each a short text, such as `path is /shop or /shop/*`. Empty for the default. */
  readonly conditions: readonly string[];
  /** Such as `forward`, `redirect to https://#{host}:443`, `answer 404`. */
  readonly action: string;
  /** Where it forwards to; empty when it does not or nobody can say. */
  readonly groups: readonly { readonly key: string; readonly weight: number }[];
  /** Requests that it answered since the start. */
  readonly hits: number;
}

export interface GroupView {
  readonly key: string;
  readonly name: string;
  /** Such as `HTTP 3000`. */
  readonly port: string;
  /** Such as `GET /health every 10 s, 200 expected` or `no health checks`. */
  readonly healthCheck: string;
  /** Such as `round robin`. */
  readonly algorithm: string;
  /** No target is healthy (or too few are), so that all of them get requests. */
  readonly failOpen: boolean;
  readonly targets: readonly TargetView[];
}

/** A registration: a server in two groups is two targets, each with its own health. */
export interface TargetView {
  readonly key: string;
  readonly name: string;
  readonly zone: string;
  /** Where it is reached here, such as `127.0.0.2:3000`. */
  readonly address: string;
  /** What answers: the server of its user data, a stand-in with its name, something outside of the lab. */
  readonly kind: "server" | "stand-in" | "external";
  readonly process: ProcessState;
  readonly pid?: number;
  /** When it is started again after crashes, in milliseconds since 1970. */
  readonly restartAtMs?: number;
  /** How it crashed, with what it printed last, such as `ended with code 1: Error: no database`. */
  readonly crash?: string;
  readonly health: HealthState;
  /** AWS's reason code, such as `Target.Timeout`; absent when healthy. */
  readonly reason?: string;
  /** AWS's description, such as `Request timed out`. */
  readonly description?: string;
  /** Oldest first, at most ten. */
  readonly probes: readonly ProbeView[];
  /** Requests on it at this moment. */
  readonly inFlight: number;
  /** Since the start. */
  readonly answered: number;
  /** Of the last answers of its group, 0-1. */
  readonly share: number;
  /** Every answer waits this long, in milliseconds, health checks too; 0 when nothing slows it. */
  readonly delayMs: number;
  /** The delay that `slow` brings, within the time limit of its health checks. */
  readonly slowMs: number;
  /** The delay that `hang` brings, beyond that limit. */
  readonly hangMs: number;
  readonly healthBroken: boolean;
}

/** `crashed` waits to be started again. */
export type ProcessState = "starting" | "running" | "stopping" | "stopped" | "crashed" | "external";
export type HealthState = "initial" | "healthy" | "unhealthy" | "draining" | "unused" | "unavailable";

export interface ProbeView {
  readonly atMs: number;
  readonly passed: boolean;
  /** `200`, or why there is no status, such as `connection refused`. */
  readonly result: string;
  readonly ms: number;
}

export interface RequestView {
  /** Grows with every request. */
  readonly id: number;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  /** As the client saw it; 0 when it saw none. */
  readonly status: number;
  /** What the target answered; absent when it gave no answer. */
  readonly targetStatus?: number;
  readonly ms: number;
  /** Keys; absent where the request did not get that far. */
  readonly listener?: string;
  readonly rule?: string;
  readonly target?: string;
  /** Absent when the load balancer answered by itself. */
  readonly targetName?: string;
}

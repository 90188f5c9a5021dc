import type { Kind } from "./cause";
import type { Evidence, Gap } from "./evidence";

/**
 * `certain`: two things that are known contradict each other, or it was seen. `likely`: nothing else is known that would
 * look the same. `possible`: one of several that look the same.
 */
export type Certainty = "certain" | "likely" | "possible";

/** What a diagnosis is about. */
export interface About {
  readonly kind: "target" | "target group" | "listener" | "load balancer" | "rule" | "security group";
  /** As a person knows it: AWS's name, else its address. */
  readonly name: string;
  /** Terraform address; absent where the evidence does not lead to one. */
  readonly address?: string;
  /** Path of the construct that declared it; absent when CDKTF did not. */
  readonly path?: string;
}

/** One cause with everything that it explains. */
export interface Diagnosis {
  readonly id: string;
  readonly kind: Kind;
  readonly certainty: Certainty;
  readonly about: readonly About[];
  /** Lines of evidence; AWS's reason code is among them where there is one. */
  readonly seen: readonly string[];
  readonly cause: string;
  readonly fix: string;
  /** When it is expected to be over, in milliseconds since 1970; absent when waiting does not help. */
  readonly expectedAtMs?: number;
  /** Path of its page in the documentation, such as `docs/causes/target-draining.md`. */
  readonly page: string;
}

/** What the doctor makes of evidence. */
export interface DoctorReport {
  readonly source: Evidence["source"];
  readonly atMs: number;
  readonly targets: TargetCount;
  /** The first one is what to look at first. */
  readonly diagnoses: readonly Diagnosis[];
  /** Targets that are not healthy, and nothing says why. */
  readonly unexplained: readonly Unexplained[];
  /** What could not be seen, and why. */
  readonly gaps: readonly Gap[];
}

export interface TargetCount {
  readonly total: number;
  /** Those that get requests: healthy, or of a function without health checks. */
  readonly healthy: number;
  /** Those of which a diagnosis speaks and that are not healthy. */
  readonly explained: number;
  /** Those that the input registers and nobody has seen yet. */
  readonly unseen: number;
}

export interface Unexplained {
  readonly about: About;
  readonly seen: readonly string[];
}

/** What came of a probe, as whoever made it has seen it. */
export type ProbeOutcome =
  | { readonly kind: "answered"; readonly status: number }
  /** No connection or no complete answer in time. */
  | { readonly kind: "timed-out" }
  /** The connection could not be made, or it was reset or closed before a complete answer. */
  | { readonly kind: "connection-failed" }
  /** What was answered is no HTTP. */
  | { readonly kind: "malformed" }
  /** The fault is not the target's. */
  | { readonly kind: "internal-error" };

export type ProbeVerdict =
  | { readonly passed: true }
  | { readonly passed: false; readonly reason: FailureReason; readonly description: string };

export type FailureReason =
  | "Target.ResponseCodeMismatch"
  | "Target.Timeout"
  | "Target.FailedHealthChecks"
  | "Elb.InternalError";

/** A status decides by the matcher alone: redirects are not followed, bodies are not looked at (H23, H24). */
export function judgeProbe(outcome: ProbeOutcome, isSuccess: (status: number) => boolean): ProbeVerdict {
  switch (outcome.kind) {
    case "answered":
      return isSuccess(outcome.status)
        ? { passed: true }
        : failure(
            "Target.ResponseCodeMismatch",
            `Health checks failed with these codes: [${outcome.status}]`,
          );
    case "timed-out":
      return failure("Target.Timeout", "Request timed out");
    case "connection-failed":
    case "malformed":
      return failure("Target.FailedHealthChecks", "Health checks failed");
    case "internal-error":
      return failure("Elb.InternalError", "Health checks failed due to an internal error");
  }
}

function failure(reason: FailureReason, description: string): ProbeVerdict {
  return { passed: false, reason, description };
}

/**
 * Whether traffic gets through. `some`: only a part of what was asked for does. `unknown`: the input does not say; it
 * never stands for yes or no.
 */
export type Verdict = "yes" | "some" | "no" | "unknown";

/** One thing that traffic has to pass. */
export interface Step {
  readonly verdict: Verdict;
  /** Such as `egress of aws_lb.main`. */
  readonly at: string;
  /** Addresses of the rules, routes or gateways that let it through, or of what shuts it out. */
  readonly by: readonly string[];
  /** What is missing, or why nobody can say; absent for yes. */
  readonly why?: string;
}

/** What remains of several steps that all have to be passed: the first that is shut decides. */
export function inSeries(steps: readonly Step[]): Verdict {
  const verdicts = steps.map(({ verdict }) => verdict);
  return (["no", "unknown", "some"] as const).find((verdict) => verdicts.includes(verdict)) ?? "yes";
}

/** The step that decides {@link inSeries}; `undefined`: all are passed. */
export function obstacleIn(steps: readonly Step[]): Step | undefined {
  const verdict = inSeries(steps);
  return verdict === "yes" ? undefined : steps.find((step) => step.verdict === verdict);
}

/** What several ways have in common, of which one is enough. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  return (["yes", "some", "unknown"] as const).find((verdict) => verdicts.includes(verdict)) ?? "no";
}

/** What is true of several ways together: `yes` and `no` only where it is so of each. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  const [first = "no"] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return first;
  return verdicts.includes("yes") || verdicts.includes("some") ? "some" : "unknown";
}

import {
  type CircumstancesChange,
  type HealthEvent,
  type HealthThresholds,
  judgeProbe,
  nextHealth,
  type ProbeOutcome,
  parseMatcher,
  type Standing,
  type TargetHealth,
  unregisteredTarget,
} from "../../../lab/alb";

const thresholds: HealthThresholds = { healthyThreshold: 5, unhealthyThreshold: 2 };

const outcomes: Record<string, ProbeOutcome> = {
  silent: { kind: "timed-out" },
  refused: { kind: "connection-failed" },
  malformed: { kind: "malformed" },
  internal: { kind: "internal-error" },
};

/** An event from a word: a status or an outcome of a probe, or something that happens to the target. */
export function event(word: string | CircumstancesChange): HealthEvent {
  if (typeof word !== "string") return { kind: "circumstances", change: word };
  const outcome = /^\d+$/.test(word) ? { kind: "answered" as const, status: Number(word) } : outcomes[word];
  if (outcome !== undefined) return { kind: "probed", verdict: judgeProbe(outcome, parseMatcher("200")) };
  return { kind: word } as HealthEvent;
}

export function following(
  words: readonly (string | CircumstancesChange)[],
  health: TargetHealth = unregisteredTarget(),
  limits: HealthThresholds = thresholds,
): TargetHealth {
  return words.reduce((current, word) => nextHealth(current, event(word), limits), health);
}

export function standing({ state, reason, description }: TargetHealth): Standing {
  return {
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(description === undefined ? {} : { description }),
  };
}

/** The states that a target goes through, each once. */
export function states(
  words: readonly (string | CircumstancesChange)[],
  limits: HealthThresholds = thresholds,
): string[] {
  let health = unregisteredTarget();
  const passed: string[] = [];
  for (const word of words) {
    health = nextHealth(health, event(word), limits);
    if (passed.at(-1) !== health.state) passed.push(health.state);
  }
  return passed;
}

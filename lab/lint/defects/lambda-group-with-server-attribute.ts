import type { TargetGroup } from "../../topology";
import type { Defect } from "../defect";
import { isNotSet } from "../server-settings";
import type { Subject } from "../subject";
import { enumerate, known } from "../values";

/** What is for servers does nothing for a function. */
export const lambdaGroupWithServerAttribute: Defect = {
  id: "lambda-group-with-server-attribute",
  severity: "warning",
  facts: ["S40", "H78", "S6", "S10", "N64", "TF25"],
  *find(subject) {
    for (const group of subject.targetGroups()) {
      if (known(group.targetType) !== "lambda") continue;
      const written = effects
        .filter(({ isAsked }) => isAsked(group, subject))
        .map(({ argument }) => argument);
      if (written.length === 0) continue;
      yield {
        at: group,
        message: `a group of type lambda must have no settings of servers, got ${enumerate(written)}`,
        fix: "remove them; a function has no draining, no algorithm, no stickiness and no thresholds",
      };
    }
  },
};

interface Effect {
  readonly argument: string;
  readonly isAsked: (group: TargetGroup, subject: Subject) => boolean;
}

/** Whether something else than the default is asked for: a default may stand in a state, and harms nobody. */
const effects: readonly Effect[] = [
  {
    argument: "deregistration_delay",
    isAsked: ({ attributes }) => (known(attributes.deregistrationDelaySeconds) ?? 300) !== 300,
  },
  { argument: "slow_start", isAsked: ({ attributes }) => (known(attributes.slowStartSeconds) ?? 0) !== 0 },
  {
    argument: "load_balancing_algorithm_type",
    isAsked: ({ attributes }) => (known(attributes.algorithm) ?? "round_robin") !== "round_robin",
  },
  {
    argument: "load_balancing_anomaly_mitigation",
    isAsked: ({ attributes }) => attributes.anomalyMitigation === "on",
  },
  {
    argument: "load_balancing_cross_zone_enabled",
    isAsked: ({ attributes }) => attributes.crossZone === "false",
  },
  { argument: "stickiness", isAsked: ({ attributes }) => attributes.stickiness.enabled === true },
  {
    argument: "target_group_health",
    isAsked: (group, subject) =>
      subject.topology.source.kind === "synth" && !isNotSet(subject, group, "target_group_health"),
  },
];

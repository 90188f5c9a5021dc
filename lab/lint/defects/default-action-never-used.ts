import type { CompiledRule } from "../../alb";
import type { Defect } from "../defect";
import { coverageOf, isWeightless } from "../routes/dead-uses";
import { goElsewhere } from "../routes/forwards";
import { routesOf } from "../routes/routes-of";
import { ruleName } from "../routes/rule-name";
import type { Subject } from "../subject";
import { enumerate, knownOf } from "../values";

/** Rules take every request, so that a default action that should do something never does. */
export const defaultActionNeverUsed: Defect = {
  id: "default-action-never-used",
  severity: "warning",
  facts: ["R3", "R4", "R12"],
  *find(subject) {
    for (const listener of subject.listeners()) {
      const routes = routesOf(subject, listener);
      const { defaultRule } = routes.compiled;
      const coverage = routes.coverageOf(defaultRule);
      if (coverage.kind !== "never" || !isMeant(subject, defaultRule, coverage.takers)) continue;
      const { takers } = coverage;
      yield {
        at: listener,
        message: `default_action must be there for some request, got ${enumerate(takers.map(ruleName))} for every one`,
        fix: "narrow the rules, or make their action the default one",
      };
    }
  },
};

/**
 * An answer for what should never come, such as 404, is a net that may stay empty, and the same groups again are no harm.
 * Where a group is not reached by anything else, it is the group that is told of.
 */
function isMeant(subject: Subject, defaultRule: CompiledRule, takers: readonly CompiledRule[]): boolean {
  const kind = knownOf(defaultRule.actions).at(-1)?.kind;
  if (kind === "redirect") return takers.every(({ actions }) => knownOf(actions).at(-1)?.kind === "forward");
  if (!takers.every((taker) => goElsewhere(defaultRule, taker))) return false;
  return subject.targetGroups().every((group) => {
    const uses = subject.usesOf(group);
    const isDefault = uses.some(
      ({ listener, rule }) => rule === undefined && listener?.address === defaultRule.address,
    );
    return (
      !isDefault ||
      uses.some((use) => coverageOf(subject, use)?.kind !== "never" && !isWeightless(use, group))
    );
  });
}

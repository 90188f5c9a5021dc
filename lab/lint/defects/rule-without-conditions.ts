import type { ListenerRule } from "../../topology";
import { conditionsOf, rulesIn } from "../conditions";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { known } from "../values";

/** A rule says which requests it takes. */
export const ruleWithoutConditions: Defect = {
  id: "rule-without-conditions",
  severity: "error",
  facts: ["TF62", "R3", "R6"],
  *find(subject) {
    for (const rule of rulesIn(subject)) {
      if (known(rule.priority) === DEFAULT_RULE) continue;
      const got = known(rule.conditions)?.length === 0 ? "none" : emptyBlock(subject, rule);
      if (got === undefined) continue;
      yield {
        at: rule,
        message: `a rule must have a condition that holds something, got ${got}`,
        fix: 'say which requests it takes, path_pattern "/*" for all of them; or use default_action of the listener',
      };
    }
  },
};

/** The provider's number for the default rule, which has no conditions. */
const DEFAULT_RULE = 99_999;

/** The model takes a condition of a kind that it does not know for an empty one. */
function emptyBlock(subject: Subject, rule: ListenerRule): string | undefined {
  if (!conditionsOf(rule).some((condition) => condition.kind === "other" && condition.name === ""))
    return undefined;
  const blocks = known(subject.resource(rule.address)?.blocks("condition")) ?? [];
  return blocks.some((block) => isBlank(block.value())) ? "an empty block" : undefined;
}

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isBlank);
}

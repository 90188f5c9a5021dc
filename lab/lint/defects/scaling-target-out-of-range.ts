import { type Block, isUnknown, type Resource, type Value } from "../../topology";
import type { Defect, Flaw } from "../defect";
import { quoted } from "../values";
import { numberOf, shownValue } from "../whole-number";

/** A group is kept at a share of its processors, or at a number of requests. */
export const scalingTargetOutOfRange: Defect = {
  id: "scaling-target-out-of-range",
  severity: "error",
  facts: ["B69"],
  *find(subject) {
    for (const policy of subject.resources("aws_autoscaling_policy")) {
      const blocks = policy.blocks("target_tracking_configuration");
      if (!isUnknown(blocks)) yield* blocks.flatMap((block) => judge(policy, block) ?? []);
    }
  },
};

function judge(policy: Resource, block: Block): Flaw | undefined {
  const metric = block.value("predefined_metric_specification", "predefined_metric_type");
  const value = block.value("target_value");
  if (typeof metric !== "string" || isUnknown(value) || value === undefined || value === null)
    return undefined;
  const target = numberOf(value as Value);
  const isShare = metric === "ASGAverageCPUUtilization";
  if (target !== undefined && target > 0 && (target <= 100 || !isShare)) return undefined;
  const rule = isShare ? "above 0 and at most 100" : "above 0";
  return {
    at: policy,
    message: `target_value of ${quoted(metric)} must be ${rule}, got ${shownValue(value as Value)}`,
    fix: "give the value that the group should be kept at, such as 50 percent of its processors",
  };
}

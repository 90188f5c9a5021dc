import { flagAt } from "../actions";
import type { Defect } from "../defect";
import { groupsOf, type WeightedForward, weightedForwards } from "../forwards";
import { enumerate, known } from "../values";

/** Where a group of several keeps clients on a target, the action keeps them on a group. */
export const groupStickinessNeeded: Defect = {
  id: "group-stickiness-needed",
  severity: "error",
  facts: ["R49", "TF54"],
  *find(subject) {
    for (const action of weightedForwards(subject)) {
      if (action.entries.length < 2) continue;
      if (!isOff(action)) continue;
      const sticky = groupsOf(subject, action).filter(({ attributes: { stickiness } }) => {
        // an application cookie cannot work here at all, which is another mistake
        return stickiness.enabled === true && stickiness.type !== "app_cookie";
      });
      if (sticky.length === 0) continue;
      yield {
        at: action.list.owner,
        message: `${action.list.argument} forward must have stickiness where a target group has, got none beside ${enumerate(sticky.map(({ address }) => address))}`,
        fix: "enable stickiness in the forward block with a duration, or disable it in the target groups",
      };
    }
  },
};

/** Absent is off, and so is a block that does not say. */
function isOff({ block }: WeightedForward): boolean {
  const blocks = known(block.blocks("forward", "stickiness"));
  if (blocks === undefined) return false;
  return blocks.every((one) => one.value("enabled") === undefined || flagAt(one, "enabled") === false);
}

import { actionsOf } from "../actions";
import type { Defect } from "../defect";
import { known } from "../values";

/** A forward action says where it forwards to. */
export const forwardWithoutGroup: Defect = {
  id: "forward-without-group",
  severity: "error",
  facts: ["R45", "TF53", "B15"],
  *find(subject) {
    for (const { block, list } of actionsOf(subject, "forward")) {
      if (block.link("target_group_arn") !== undefined) continue;
      const entries = known(block.blocks("forward", "target_group"));
      if (entries === undefined || entries.some((entry) => entry.link("arn") !== undefined)) continue;
      yield {
        at: list.owner,
        message: `${list.argument} of type forward must have a target group, got none`,
        fix: "set target_group_arn, or forward with 1 to 5 target_group blocks and their arn",
      };
    }
  },
};

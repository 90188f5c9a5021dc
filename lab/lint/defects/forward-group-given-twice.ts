import { isUnknown } from "../../topology";
import type { Defect } from "../defect";
import { areTwoGroups, weightedForwards } from "../forwards";

/** Beside `target_group_arn`, a `forward` block may only name the same group. */
export const forwardGroupGivenTwice: Defect = {
  id: "forward-group-given-twice",
  severity: "error",
  facts: ["R45", "B16", "TF54"],
  *find(subject) {
    for (const { list, block, entries } of weightedForwards(subject)) {
      const single = block.link("target_group_arn");
      if (single === undefined || isUnknown(single)) continue;
      const isOther = entries.some(({ link }) => areTwoGroups(subject, single, link));
      if (!isOther && entries.length < 2) continue;
      const got = entries.length > 1 ? `${entries.length} groups` : "another group";
      yield {
        at: list.owner,
        message: `${list.argument} must name one group where target_group_arn is set, got ${got} in forward`,
        fix: "remove target_group_arn, or the forward block",
      };
    }
  },
};

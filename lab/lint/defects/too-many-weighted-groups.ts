import type { Defect } from "../defect";
import { weightedForwards } from "../forwards";

const most = 5;

/** An action shares requests among a few target groups. */
export const tooManyWeightedGroups: Defect = {
  id: "too-many-weighted-groups",
  severity: "error",
  facts: ["N24", "R45", "TF54", "B19"],
  *find(subject) {
    for (const { list, entries } of weightedForwards(subject)) {
      if (entries.length <= most) continue;
      yield {
        at: list.owner,
        message: `${list.argument} forward must have at most ${most} target groups, got ${entries.length}`,
        fix: "merge target groups, or split the requests with rules",
      };
    }
  },
};

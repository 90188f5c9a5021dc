import type { Defect } from "../defect";
import { isSameLink, weightedForwards } from "../forwards";

/** An action gives each target group one weight. */
export const weightedGroupRepeated: Defect = {
  id: "weighted-group-repeated",
  severity: "warning",
  facts: ["R45", "R46"],
  *find(subject) {
    for (const { list, entries } of weightedForwards(subject)) {
      const repeated = entries.find(({ link }, index) =>
        entries.slice(0, index).some((before) => isSameLink(before.link, link)),
      );
      const { link } = repeated ?? {};
      if (link === undefined) continue;
      const name = "address" in link ? link.address : "one by its ARN";
      yield {
        at: list.owner,
        message: `${list.argument} forward must name each target group once, got ${name} twice`,
        fix: "add the weights in one target_group block, or name the group that was meant",
      };
    }
  },
};

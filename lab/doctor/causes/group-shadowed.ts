import { allDefects, lint } from "../../lint";
import type { Cause } from "../cause";

const unreachable = allDefects.filter(({ id }) => id === "target-group-unreachable");

/** Earlier rules take every request that would go to the target group. */
export const groupShadowed: Cause = {
  id: "group-shadowed",
  kind: "broken",
  facts: ["R4", "B30"],
  rank: 28,
  *find(one) {
    const { findings } = lint(one.topology, { defects: unreachable });
    for (const { severity, address, message, fix } of findings) {
      const group = one.topology.targetGroups.find((candidate) => candidate.address === address);
      if (severity !== "error" || group === undefined) continue;
      yield {
        about: [one.about("target group", group)],
        certainty: "certain",
        seen: [message],
        cause: "earlier rules take all requests that would go to the target group",
        fix: `${fix}: ${one.place(group)}`,
      };
    }
  },
};

import type { Cause } from "../cause";
import { answersLine, ownAnswers } from "../traffic";

/** Requests go to a target group in which nothing is registered. */
export const groupWithoutTargets: Cause = {
  id: "group-without-targets",
  kind: "broken",
  facts: ["E503", "P-E10"],
  rank: 20,
  *find(one) {
    const { evidence, topology, links } = one;
    const answers = ownAnswers(one, 503);
    for (const group of topology.targetGroups) {
      const isEmpty = evidence.source === "files" && evidence.targets.length === 0;
      const hasTargets = isEmpty
        ? links.registrationsOf(group).length > 0 || links.isLookedUp(group)
        : one.targets.some((target) => target.group === group) ||
          // one whose number is not known stands for all that may be there unseen
          links.registrationsOf(group).some(({ instances }) => instances !== undefined);
      if (hasTargets || links.usesOf(group).length === 0) continue;
      yield {
        about: [one.about("target group", group)],
        certainty: "certain",
        seen: ["no target is registered in it", ...(answers.length > 0 ? [answersLine(one, answers)] : [])],
        cause: "requests are forwarded to a target group without targets, and answered with 503",
        fix: `add an aws_lb_target_group_attachment for ${one.place(group)}`,
        explains: ["no-rule-matches"],
      };
    }
  },
};

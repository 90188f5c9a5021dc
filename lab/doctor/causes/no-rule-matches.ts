import { isUnknown } from "../../topology";
import type { Case } from "../case";
import type { Cause } from "../cause";
import { answersLine, ownAnswers } from "../traffic";

/** No rule takes the requests, and the default action answers them with an error. */
export const noRuleMatches: Cause = {
  id: "no-rule-matches",
  kind: "broken",
  facts: ["R3", "R4"],
  rank: 30,
  *find(one) {
    for (const listener of one.topology.listeners) {
      const status = fixedStatus(listener.defaultActions);
      if (status === undefined || status < 400) continue;
      const answers = ownAnswers(one, status).filter(
        ({ ruleAddress, listenerAddress }) =>
          ruleAddress === listener.address ||
          (ruleAddress === undefined && (listenerAddress ?? listener.address) === listener.address),
      );
      if (answers.length === 0) continue;
      const isSaid = answers.some(({ ruleAddress }) => ruleAddress !== undefined);
      yield {
        about: [one.about("listener", listener)],
        certainty: isSaid ? "certain" : "likely",
        seen: [answersLine(one, answers)],
        cause: `no rule of the listener matches these requests, so its default action answers ${status}`,
        fix: `ask "alb-lab explain" which condition does not match, and correct the rule, or the default_action of ${one.place(listener)}`,
      };
    }
  },
};

function fixedStatus(actions: Case["topology"]["listeners"][number]["defaultActions"]) {
  if (isUnknown(actions)) return undefined;
  const [action] = actions;
  if (action === undefined || isUnknown(action) || action.kind !== "fixed-response") return undefined;
  return isUnknown(action.statusCode) ? undefined : action.statusCode;
}

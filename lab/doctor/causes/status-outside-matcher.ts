import { failedStatuses, pathOf } from "../answers";
import type { Cause } from "../cause";
import { isFailing } from "../target";
import { known } from "../words";

/** The server answers well enough, with a status that the matcher does not list. */
export const statusOutsideMatcher: Cause = {
  id: "status-outside-matcher",
  kind: "broken",
  facts: ["H8", "H10", "H52"],
  rank: 41,
  *find(one) {
    for (const target of one.troubled) {
      if (!isFailing(target) || target.seen?.reason !== "Target.ResponseCodeMismatch") continue;
      const [status] = failedStatuses(target);
      if (status !== undefined && hasOwnCause(status)) continue;
      const matcher = known(target.group?.healthCheck.matcher) ?? "200";
      yield {
        targets: [target],
        certainty: "likely",
        cause: `the server answers ${pathOf(target)} with ${status ?? "a status"} that is not in the matcher, ${matcher}`,
        fix: `add ${status ?? "the status"} to health_check matcher of ${one.placeOfGroup(target)}, or let the server answer 200`,
      };
    }
  },
};

/** A redirect, an error of the server, or one of those that say more than that it is another one. */
function hasOwnCause(status: number): boolean {
  return [400, 401, 403, 404, 407, 421].includes(status) || status >= 500 || (status >= 300 && status < 400);
}

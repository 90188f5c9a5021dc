import { applicationGroups } from "../application-groups";
import type { Defect } from "../defect";
import { certainRegistrations } from "../registrations";
import { enumerate } from "../values";

/** A group of functions holds one of them. */
export const lambdaGroupWithTwoTargets: Defect = {
  id: "lambda-group-with-two-targets",
  severity: "error",
  facts: ["N28"],
  *find(subject) {
    for (const group of applicationGroups(subject)) {
      if (group.targetType !== "lambda") continue;
      const byTarget = new Map(
        certainRegistrations(subject, group).map((registration) => [
          JSON.stringify(registration.target),
          registration,
        ]),
      );
      if (byTarget.size < 2) continue;
      const addresses = [...byTarget.values()].map(({ address }) => address);
      yield {
        at: group,
        message: `a group of type lambda must have one target, got ${enumerate(addresses)}`,
        fix: "make a group for each function, and share requests by weights where both should serve",
      };
    }
  },
};

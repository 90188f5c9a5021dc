import { listed } from "../../topology";
import type { Risk } from "../risk";
import { lostValues } from "../unknowns/lost-values";

/** What decides over requests was known, and is not before the apply: nobody can review it. */
export const unknownUntilApply: Risk = {
  id: "unknown-until-apply",
  level: "needs-care",
  facts: ["G43"],
  rank: 30,
  *find(comparison) {
    for (const { at, what, lost } of lostValues(comparison)) {
      const reasons = [...new Set(lost.map(({ reason }) => reason))];
      yield {
        at,
        message: `leaves open until the apply what ${what} is: ${listed(lost.map(({ name }) => name))} (${listed(reasons)})`,
        course: [
          "Terraform learns the value while it applies, and goes on with whatever it is",
          "which requests are then answered otherwise, this review cannot say",
        ],
        fix: "write the value out, or apply what it comes from in a change of its own and plan again",
      };
    }
  },
};

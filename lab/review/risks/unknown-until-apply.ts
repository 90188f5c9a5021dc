import { isUnknown, listed } from "../../topology";

import { type Deciding, decidingParts } from "../deciding-parts";
import type { Risk } from "../risk";

/** What decides over requests was known, and is not before the apply: nobody can review it. */
export const unknownUntilApply: Risk = {
  id: "unknown-until-apply",
  level: "needs-care",
  facts: ["G43"],
  rank: 30,
  *find(comparison) {
    for (const { at, what, before, after } of decidingParts(comparison)) {
      const lost = lostIn(before, after);
      if (lost.length === 0) continue;
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

interface Lost {
  readonly name: string;
  readonly reason: string;
}

/** Parts that are unknown after and were not before; where the whole is new, all that are unknown. */
function lostIn(before: Deciding["before"], after: Deciding["after"]): readonly Lost[] {
  return Object.entries(after).flatMap(([name, value]) => {
    const [first] = unknownsIn(value);
    if (first === undefined || (before !== undefined && unknownsIn(before[name]).length > 0)) return [];
    return [{ name, reason: first }];
  });
}

/** One of several resources that are known, of which the plan does not say which, decides nothing by its id. */
const ONE_OF_THEM = /a plan does not show which$/;

function unknownsIn(value: unknown): readonly string[] {
  if (isUnknown(value)) return ONE_OF_THEM.test(value.unknown) ? [] : [value.unknown];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(unknownsIn);
}

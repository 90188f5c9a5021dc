import type { Comparison } from "../comparison";
import type { Hazard, Risk } from "../risk";
import { groupsWithTraffic } from "../targets/group-traffic";
import { changeOfForward, changeOfTargets } from "../targets/stickiness-change";

/** Clients come to servers that do not know their sessions. */
export const stickinessLost: Risk = {
  id: "stickiness-lost",
  level: "needs-care",
  facts: ["S20", "S21", "S25", "S27", "R48"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of groupsWithTraffic(comparison)) {
      const what = changeOfTargets(before.attributes.stickiness, after.attributes.stickiness);
      const name = comparison.labels.after.to(after);
      if (what !== undefined) yield hazardOf(after, `targets of ${name}`, what, "server", "stickiness");
    }
    yield* ofForwards(comparison);
  },
};

function* ofForwards(comparison: Comparison): Generator<Hazard> {
  const listeners = comparison.pairs("listeners").map(({ before, after }) => ({
    ...{ after, was: before.defaultActions, is: after.defaultActions },
  }));
  const rules = comparison.pairs("rules").map(({ before, after }) => ({
    ...{ after, was: before.actions, is: after.actions },
  }));
  for (const { after, was, is } of [...listeners, ...rules]) {
    const what = changeOfForward(was, is);
    const name = `target groups of ${comparison.labels.after.to(after)}`;
    if (what !== undefined) yield hazardOf(after, name, what, "group", "stickiness of forward");
  }
}

function hazardOf(at: Hazard["at"], between: string, what: string, whom: string, argument: string): Hazard {
  const isShort = what.startsWith("shortens");
  return {
    at,
    message: `stickiness between ${between}: ${what}`,
    course: [
      "Terraform changes it in place; requests are answered all the while",
      isShort
        ? `a client that is away for longer comes back to any ${whom}, which may not know its session`
        : `the next request of every client goes to any ${whom}, which may not know its session: users are signed out, carts are empty`,
    ],
    fix: `keep ${argument} as it was, or keep sessions where every ${whom} finds them, in a database or in a cookie, before this change`,
  };
}

import type { Cause } from "../cause";
import { consoleSeen, PACKAGES_FAILED, printedLine } from "../console";
import { isFailing } from "../target";

/** The instance could not install what its server needs, so that the server never came up. */
export const packagesNotInstalled: Cause = {
  id: "packages-not-installed",
  kind: "broken",
  facts: ["U11", "H54"],
  rank: 12,
  *find(one) {
    for (const target of one.troubled) {
      const line = isFailing(target) ? printedLine(target, PACKAGES_FAILED) : undefined;
      if (line === undefined) continue;
      yield {
        targets: [target],
        certainty: "certain",
        seen: [consoleSeen(target, line)],
        cause: "the instance could not install the packages of its server",
        place: target.name,
        fix: (places) =>
          `give ${places} a route to the internet and egress on TCP 443, then run its user data again or replace it`,
        explains: ["nothing-listens", "user-data-failed", "server-never-started", "still-starting"],
      };
    }
  },
};

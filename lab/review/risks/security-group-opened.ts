import type { Opening } from "../../reach";
import { labelOf, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { exposureOf } from "../network/exposure";
import { isForNewListener, isForTargets, type Opened, openedGroups } from "../network/opened-groups";
import type { Hazard, Risk } from "../risk";

/** Somebody may connect who might not before. */
export const securityGroupOpened: Risk = {
  id: "security-group-opened",
  level: "needs-care",
  facts: ["U6", "U31"],
  rank: 10,
  *find(comparison) {
    for (const opened of openedGroups(comparison))
      for (const alike of together(opened.openings)) {
        if (isForNewListener(comparison, opened, alike[0]) || isForTargets(comparison, opened, alike[0]))
          continue;
        yield hazardOf(comparison, opened, alike);
      }
  },
};

type Alike = readonly [Opening, ...Opening[]];

/** Those that are for the same ports and the same family of addresses. */
function together(openings: readonly Opening[]): readonly Alike[] {
  const groups = new Map<string, [Opening, ...Opening[]]>();
  for (const one of openings) {
    const key = `${one.text} ${one.family} ${one.isEverywhere}`;
    const others = groups.get(key);
    if (others) others.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function hazardOf(comparison: Comparison, { at, wearers }: Opened, alike: Alike): Hazard {
  const [{ text, family, isEverywhere }] = alike;
  const version = family === undefined ? "" : ` over ${family === "ipv4" ? "IPv4" : "IPv6"}`;
  const from = listed([...new Set(alike.map((one) => one.from))]);
  const whom = isEverywhere ? `the whole internet (${from})` : from;
  const what = `${text}${text === "tcp 22" ? " (SSH)" : text === "tcp 3389" ? " (RDP)" : ""}`;
  const names = wearers.length === 0 ? "whatever has the group" : listed(wearers.map((one) => labelOf(one)));
  const rules = listed([...new Set(alike.map(({ rule }) => rule))]);
  return {
    at,
    message: `admits ${whom}${version} to ${what} of ${names}, which was shut, by ${rules}`,
    course: [
      "Terraform opens it while everything runs; no request that is answered today fails",
      isEverywhere
        ? exposureOf(comparison, alike[0], wearers)
        : `from then on ${from} may connect to ${what}`,
    ],
    fix: isEverywhere
      ? `name those who need ${what} in place of ${from}: the security group of who connects, or their addresses`
      : `leave ${rules} out unless ${from} needs ${what}; name a security group rather than addresses where it is in the VPC`,
  };
}

import type { Opening } from "../../reach";
import { labelOf, listed } from "../../topology";
import type { Comparison } from "../comparison";
import { exposureOf } from "../network/exposure";
import { isForNewListener, isForTargets, type Opened, openedGroups } from "../network/opened-groups";
import type { Hazard, Risk } from "../risk";
import { few } from "../targets/target-course";

/** Somebody may connect who might not before. */
export const securityGroupOpened: Risk = {
  id: "security-group-opened",
  level: "needs-care",
  facts: ["U6", "U31"],
  rank: 10,
  *find(comparison) {
    for (const opened of openedGroups(comparison)) {
      const needless = opened.openings.filter((one) => !isNeeded(comparison, opened, one));
      for (const alike of together(needless)) yield hazardOf(comparison, opened, alike);
    }
  },
};

function isNeeded(comparison: Comparison, opened: Opened, opening: Opening): boolean {
  return isForNewListener(comparison, opened, opening) || isForTargets(comparison, opened, opening);
}

type Alike = readonly [Opening, ...Opening[]];

/** Those that are for the same ports, and of these those that are for the same clients; of one family of addresses. */
function together(openings: readonly Opening[]): readonly Alike[] {
  const samePorts = gathered(
    openings.map((one): Alike => [one]),
    ([{ text }]) => text,
  );
  return gathered(samePorts, (alike) => JSON.stringify(alike.map(({ from }) => from)));
}

function gathered(some: readonly Alike[], likenessOf: (alike: Alike) => string): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const one of some) {
    const [{ family, isEverywhere }] = one;
    const key = `${likenessOf(one)} ${family} ${isEverywhere}`;
    const others = groups.get(key);
    groups.set(key, others === undefined ? one : [...others, ...one]);
  }
  return [...groups.values()];
}

/** Ports as people know them. */
function portsOf(alike: Alike): string {
  const texts = [...new Set(alike.map(({ text }) => text))];
  return listed(
    texts.map((text) => `${text}${text === "tcp 22" ? " (SSH)" : text === "tcp 3389" ? " (RDP)" : ""}`),
  );
}

function hazardOf(comparison: Comparison, { at, wearers }: Opened, alike: Alike): Hazard {
  const [{ family, isEverywhere }] = alike;
  const version = family === undefined ? "" : ` over ${family === "ipv4" ? "IPv4" : "IPv6"}`;
  const from = listed([...new Set(alike.map((one) => one.from))]);
  const whom = isEverywhere ? `the whole internet (${from})` : from;
  const what = portsOf(alike);
  const names = wearers.length === 0 ? "whatever has the group" : few(wearers.map((one) => labelOf(one)));
  const rules = listed([...new Set(alike.map(({ rule }) => rule))]);
  return {
    at,
    message: `admits ${whom}${version} to ${what} of ${names}, which was shut, by ${rules}`,
    course: [
      "Terraform opens it while everything runs; no request that is answered today fails",
      isEverywhere ? exposureOf(comparison, alike, wearers) : `from then on ${from} may connect to ${what}`,
    ],
    fix: isEverywhere
      ? `name those who need ${what} in place of ${from}: the security group of who connects, or their addresses`
      : `leave ${rules} out unless ${from} needs ${what}; name a security group rather than addresses where it is in the VPC`,
  };
}

import type { Comparison } from "../comparison";
import { type Closing, closingsOf } from "../network/closings";
import { gapsIn } from "../network/gaps";
import { type Loss, lossesIn } from "../network/losses";
import { destroyedInUse, groupsDestroyedInUse } from "../network/replaced-security-groups";
import { hazardOfGap, hazardOfLoss } from "../network/way-words";
import { type WayPair, waysOf } from "../network/ways";
import type { Hazard, Risk } from "../risk";
import { lostValues } from "../unknowns/lost-values";

/** A way that requests or health checks take is shut, for good or while a rule is replaced, or nobody can say any more. */
export const securityGroupClosed: Risk = {
  id: "security-group-closed",
  level: "drops-traffic",
  facts: ["U6", "U7", "U8", "U23", "U31", "G17"],
  rank: 10,
  *find(comparison) {
    const destroyed = groupsDestroyedInUse(comparison);
    for (const address of destroyed) yield destroyedInUse(comparison, address);
    const ways = waysOf(comparison);
    const losses = lossesIn(ways).filter((loss) => !isToldElsewhere(comparison, loss));
    for (const loss of losses) yield hazardOfLoss(loss);
    const open = ways.filter(({ before, after }) => isOpen(before) && isOpen(after));
    for (const gap of destroyed.length > 0 ? [] : gapsIn(comparison, open)) yield hazardOfGap(gap);
    const shut = new Set(losses.flatMap((loss) => loss.ways).map(({ at }) => at.address));
    for (const closing of closingsOf(comparison)) if (!shut.has(closing.at.address)) yield closedTo(closing);
  },
};

function isOpen({ verdict }: WayPair["before"]): boolean {
  return verdict === "yes" || verdict === "some";
}

/** Values that are open until the apply, and clients that are left out, each by its own name. */
function isToldElsewhere(comparison: Comparison, { step: { verdict, at, why = "" }, ways }: Loss): boolean {
  if (verdict === "some") return ways[0].family !== undefined && /^ingress of (?!the )/.test(at);
  if (verdict !== "unknown") return false;
  return lostValues(comparison).some(({ lost }) => lost.some(({ reason }) => why.endsWith(reason)));
}

function closedTo({ at, from, port, balancer }: Closing): Hazard {
  return {
    at,
    message: `no longer admits ${from} to port ${port} of ${balancer}`,
    course: [
      "Terraform takes the rule away while everything runs",
      "new connections from there time out; those that are open may go on until they end",
    ],
    fix: `keep a rule for ${from}, or make sure first, in the access log, that nobody comes from there`,
  };
}

import { obstacleIn } from "../../reach";
import { listed } from "../../topology";
import { type AlikeWays, alikeWays, wordsOf } from "../network/alike-ways";
import { closingsOf } from "../network/closings";
import { type Gap, gapsIn } from "../network/gaps";
import { destroyedInUse, groupsDestroyedInUse } from "../network/replaced-security-groups";
import { type WayPair, waysOf } from "../network/ways";
import type { Hazard, Risk } from "../risk";

/** A way that requests or health checks take is shut, for good or while a rule is replaced. */
export const securityGroupClosed: Risk = {
  id: "security-group-closed",
  level: "drops-traffic",
  facts: ["U6", "U7", "U8", "U23", "U31", "G17"],
  rank: 10,
  *find(comparison) {
    const destroyed = groupsDestroyedInUse(comparison);
    for (const address of destroyed) yield destroyedInUse(comparison, address);
    const ways = waysOf(comparison).filter(({ before }) => isOpen(before));
    const shut = ways.filter(({ after }) => after.verdict === "no");
    for (const alike of alikeWays(shut, endOf)) yield closed(alike);
    const open = ways.filter(({ after }) => isOpen(after));
    for (const gap of destroyed.length > 0 ? [] : gapsIn(comparison, open)) yield closedForAMoment(gap);
    for (const { at, from, port, balancer } of closingsOf(comparison))
      if (!shut.some((way) => way.at.address === at.address))
        yield {
          at,
          message: `no longer admits ${from} to port ${port} of ${balancer}`,
          course: [
            "Terraform takes the rule away while everything runs",
            "new connections from there time out; those that are open may go on until they end",
          ],
          fix: `keep a rule for ${from}, or make sure first, in the access log, that nobody comes from there`,
        };
  },
};

function isOpen({ verdict }: WayPair["before"]): boolean {
  return verdict === "yes" || verdict === "some";
}

/** Which end of a way is shut: `egress` or `ingress`, or what else is in the way. */
function endOf({ after }: WayPair): string {
  return obstacleIn(after.steps)?.at.split(" ")[0] ?? "";
}

function closed(ways: AlikeWays): Hazard {
  const [{ at, after, family, isHealthCheck }] = ways;
  const why = obstacleIn(after.steps)?.why ?? "nothing lets it through any more";
  const forTargets = isHealthCheck
    ? "health checks time out and the target gets unhealthy; its requests go to other targets, or to all where none is healthy"
    : "connections to the target time out: requests are answered 504, and health checks fail";
  return {
    at,
    message: `shuts the way ${wordsOf(ways)}${isHealthCheck ? ", where health checks go" : ""}: ${why}`,
    course: [
      "Terraform shuts it while everything runs",
      family === undefined ? forTargets : "new connections of clients time out",
    ],
    fix: "keep what let it through, or open the new way in one change and shut the old one in the next",
  };
}

function closedForAMoment({ ways, rules }: Gap): Hazard {
  const isOne = rules.length === 1;
  return {
    at: ways[0].at,
    level: "needs-care",
    message: `shuts the way ${wordsOf(ways)} for a moment: ${listed(rules)} ${isOne ? "is destroyed before it is" : "are destroyed before they are"} made again`,
    course: [
      `Terraform destroys ${listed(rules)}, and then creates ${isOne ? "it" : "them"}`,
      "new connections in between wait: what is not let in is sent again after a second; if the creation fails, the way stays shut",
    ],
    fix: "add a rule beside it that lets the same through, and remove the old one in a second change",
  };
}

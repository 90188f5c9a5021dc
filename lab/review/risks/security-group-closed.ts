import { obstacleIn } from "../../reach";
import { listed } from "../../topology";
import { closingsOf } from "../closings";
import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";
import { destroyedInUse, groupsDestroyedInUse } from "../replaced-security-groups";
import type { Hazard, Risk } from "../risk";
import { type WayPair, waysOf } from "../ways";

/** A way that requests or health checks take is shut, for good or while a rule is replaced. */
export const securityGroupClosed: Risk = {
  id: "security-group-closed",
  level: "drops-traffic",
  facts: ["U6", "U7", "U8", "U23", "U31", "G17"],
  rank: 10,
  *find(comparison) {
    const shut = new Set<string>();
    const destroyed = groupsDestroyedInUse(comparison);
    for (const address of destroyed) yield destroyedInUse(comparison, address);
    for (const way of waysOf(comparison)) {
      if (!isOpen(way.before)) continue;
      if (way.after.verdict === "no") {
        shut.add(way.at.address);
        yield closed(way);
      } else if (isOpen(way.after) && destroyed.length === 0) yield* gap(comparison, way);
    }
    for (const { at, from, port, balancer } of closingsOf(comparison))
      if (!shut.has(at.address))
        yield {
          at,
          message: `no longer admits ${from} to port ${port} of ${balancer}`,
          course: [
            "Terraform takes the rule away while everything runs",
            `new connections from there time out; those that are open may go on until they end`,
          ],
          fix: `keep a rule for ${from}, or make sure first, in the access log, that nobody comes from there`,
        };
  },
};

function isOpen({ verdict }: WayPair["before"]): boolean {
  return verdict === "yes" || verdict === "some";
}

function closed({ at, text, after, isHealthCheck }: WayPair): Hazard {
  const why = obstacleIn(after.steps)?.why ?? "nothing lets it through any more";
  return {
    at,
    message: `shuts the way ${text}${isHealthCheck ? ", where health checks go" : ""}: ${why}`,
    course: [
      "Terraform shuts it while everything runs",
      isHealthCheck
        ? "health checks time out and the target gets unhealthy; its requests go to other targets, or to all where none is healthy"
        : text.startsWith("from the internet")
          ? "new connections of clients time out"
          : "connections to the target time out: requests are answered 504, and health checks fail",
    ],
    fix: "keep what let it through, or open the new way in one change and shut the old one in the next",
  };
}

/** Rules that are destroyed before they are made again, where no other lets the same way through meanwhile. */
function* gap(comparison: Comparison, { at, text, before: { steps } }: WayPair): Generator<Hazard> {
  for (const { by } of steps) {
    if (by.length === 0 || !by.every((address) => isDestroyedFirst(comparison, address))) continue;
    yield {
      at,
      level: "needs-care",
      message: `shuts the way ${text} for a moment: ${listed(by)} is destroyed before it is made again`,
      course: [
        `Terraform destroys ${listed(by)}, and then creates it`,
        "new connections in between wait: what is not let in is sent again after a second; if the creation fails, the way stays shut",
      ],
      fix: "add a rule beside it that lets the same through, and remove the old one in a second change",
    };
  }
}

/** Where a whole network is made anew, its rules are the least of it. */
function isDestroyedFirst(comparison: Comparison, address: string): boolean {
  const change = comparison.changeOf({ address });
  if (change?.kind !== "replace" || change.first !== "destroy") return false;
  return reasonFor(comparison, change).type.includes("security_group");
}

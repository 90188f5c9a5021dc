import { isUnknown } from "../../topology";
import type { Comparison } from "../comparison";
import { renamesIn } from "../renames";
import type { Hazard, Risk } from "../risk";
import {
  forcedBy,
  hasStandingBalancer,
  isSameLink,
  nameOfEntrance,
  type StandingListener,
  standingListeners,
} from "../standing-listeners";

/** A listener is made anew: its port is shut meanwhile, with all rules and certificates. */
export const listenerReplaced: Risk = {
  id: "listener-replaced",
  level: "drops-traffic",
  facts: ["R1", "G22"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of comparison.pairs("listeners"))
      if (comparison.isReplaced(before) && hasStandingBalancer(comparison, before))
        yield replaced(comparison, { before, after });
    const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
    for (const { before, after } of standingListeners(comparison))
      if (
        before.address !== after.address &&
        comparison.kindOf(before) === "destroy" &&
        comparison.kindOf(after) === "create" &&
        !renamed.has(before.address)
      )
        yield succeeded(comparison, { before, after });
  },
};

function replaced(comparison: Comparison, { before, after }: StandingListener): Hazard {
  const change = comparison.changeOf(before);
  const name = nameOfEntrance(comparison, "before", before);
  const isMoved = !isUnknown(after.loadBalancer) && !isSameLink(before.loadBalancer, after.loadBalancer);
  const withRules = comparison.before.rulesOf(before).length === 0 ? "it" : "its rules and then it";
  const why = change === undefined ? "" : forcedBy(change);
  if (isMoved)
    return {
      at: after,
      message: `moves the listener ${name} to ${comparison.labels.after.to(after.loadBalancer)}${why}`,
      course: [
        `Terraform destroys ${withRules}, and creates a listener at the other load balancer`,
        `from then on new connections to ${name} fail: nothing listens there`,
      ],
      fix: "add the listener to the other load balancer as a resource of its own, lead the names there, and take this one away in a later change",
    };
  return {
    at: after,
    message: `replaces the listener ${name}${why}`,
    course:
      change?.first === "create"
        ? [
            "Terraform asks for the new listener while the old one has the port",
            "AWS refuses it (DuplicateListener); or, where nothing in it differs, gives the old one back, which Terraform then destroys as the one it replaced",
            `in that case new connections to ${name} fail from then on`,
          ]
        : [
            `Terraform destroys ${withRules}, then creates the listener, and then its rules and further certificates`,
            `new connections to ${name} fail until the listener is there; then its default action answers until the rules are there`,
          ],
    fix: `leave the listener as it is; what has to change can be changed in place, port and protocol too${change?.first === "create" ? "; take create_before_destroy away" : ""}`,
  };
}

function succeeded(comparison: Comparison, { before, after }: StandingListener): Hazard {
  const name = nameOfEntrance(comparison, "before", before);
  return {
    at: after,
    message: `destroys the listener ${name} (${before.address}) and creates another at its port`,
    course: [
      "Terraform does both at the same time; AWS refuses the new one while the old one has the port (DuplicateListener)",
      `new connections to ${name} fail until the new one is there, at a second apply where it was refused`,
    ],
    fix: `keep the resource and change it in place, or write a moved block from ${before.address} to ${after.address}`,
  };
}

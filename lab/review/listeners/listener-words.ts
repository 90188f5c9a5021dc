import type { Comparison } from "../comparison";
import type { Hazard } from "../risk";
import { forcedBy, nameOfEntrance, type StandingListener } from "./standing-listeners";

/** A listener is made anew at another load balancer. */
export function moved(comparison: Comparison, { before, after }: StandingListener): Hazard {
  const name = nameOfEntrance(comparison, "before", before);
  return {
    at: after,
    message: `moves the listener ${name} to ${comparison.labels.after.to(after.loadBalancer)}${whyOf(comparison, before)}`,
    course: [
      `Terraform destroys ${withRules(comparison, before)}, and creates a listener at the other load balancer`,
      `from then on new connections to ${name} fail: nothing listens there`,
    ],
    fix: "add the listener to the other load balancer as a resource of its own, lead the names there, and take this one away in a later change",
  };
}

/** A listener is made anew where it is. */
export function replaced(comparison: Comparison, { before, after }: StandingListener): Hazard {
  const name = nameOfEntrance(comparison, "before", before);
  const createsFirst = comparison.changeOf(before)?.first === "create";
  return {
    at: after,
    message: `replaces the listener ${name}${whyOf(comparison, before)}`,
    course: createsFirst
      ? [
          "Terraform asks for the new listener while the old one has the port",
          "AWS refuses it (DuplicateListener); or, where nothing in it differs, gives the old one back, which Terraform then destroys as the one that it replaced",
          `in that case new connections to ${name} fail from then on`,
        ]
      : [
          `Terraform destroys ${withRules(comparison, before)}, then creates the listener, and then its rules and further certificates`,
          `new connections to ${name} fail until the listener is there; then its default action answers until the rules are there`,
        ],
    fix: `leave the listener as it is; what has to change can be changed in place, port and protocol too${createsFirst ? "; take create_before_destroy away" : ""}`,
  };
}

function whyOf(comparison: Comparison, listener: StandingListener["before"]): string {
  const change = comparison.changeOf(listener);
  return change === undefined ? "" : forcedBy(change);
}

function withRules({ before }: Comparison, listener: StandingListener["before"]): string {
  return before.rulesOf(listener).length === 0 ? "it" : "its rules and then it";
}

/** Another resource is to listen at the port of one that is destroyed. */
export function succeeded(comparison: Comparison, { before, after }: StandingListener): Hazard {
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

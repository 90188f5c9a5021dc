import { isUnknown } from "../../topology";
import { moved, replaced, succeeded } from "../listeners/listener-words";
import { hasStandingBalancer, isSameLink, standingListeners } from "../listeners/standing-listeners";
import { renamesIn } from "../renames/renames";
import type { Risk } from "../risk";

/** A listener is made anew: its port is shut meanwhile, with all rules and certificates. */
export const listenerReplaced: Risk = {
  id: "listener-replaced",
  level: "drops-traffic",
  facts: ["R1", "G22"],
  rank: 10,
  *find(comparison) {
    for (const { before, after } of comparison.pairs("listeners"))
      if (comparison.isReplaced(before) && hasStandingBalancer(comparison, before)) {
        const { loadBalancer } = after;
        const isMoved = !isUnknown(loadBalancer) && !isSameLink(before.loadBalancer, loadBalancer);
        yield (isMoved ? moved : replaced)(comparison, { before, after });
      }
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

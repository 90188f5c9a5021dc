import { listed, type ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";
import { groundUnder } from "../network/ground-under";
import { natCourse, replacementCourse, wordFor } from "../network/network-words";
import type { Hazard, Risk } from "../risk";
import { few } from "../targets/target-course";

/** What load balancers and servers stand in is made anew, and they with it. */
export const networkReplaced: Risk = {
  id: "network-replaced",
  level: "drops-traffic",
  facts: ["G33", "G34", "G35"],
  rank: 10,
  *find(comparison) {
    for (const [address, users] of groundUnder(comparison)) {
      const change = comparison.changeOf({ address });
      if (change?.kind === "replace" && reasonFor(comparison, change) === change)
        yield replaced(comparison, change, users);
      else if (change !== undefined && comparison.isGone(change) && isMissing(comparison, change))
        yield destroyed(comparison, change, users);
    }
  },
};

/** Subnets, tables and filters that are left for others are no loss; ways that are shut are told as such. */
function isMissing({ after }: Comparison, { type }: ResourceChange): boolean {
  return /^aws_(vpc|internet_gateway|nat_gateway)$/.test(type) && after.resources(type).length === 0;
}

function replaced(comparison: Comparison, change: ResourceChange, users: readonly string[]): Hazard {
  const { address, type, first, forcedBy } = change;
  const forced = forcedBy.length === 0 ? "" : `, forced by ${listed(forcedBy)}`;
  const names = namesOf(comparison, users);
  const isNat = type === "aws_nat_gateway";
  return {
    at: placeOf(comparison, address),
    ...(isNat && { level: "needs-care" }),
    message: `replaces the ${wordFor(type)} that ${names} ${users.length === 1 ? "stands" : "stand"} in or ${users.length === 1 ? "needs" : "need"}${forced}`,
    course: isNat ? natCourse(names) : replacementCourse(wordFor(type), first, names),
    fix: isNat
      ? "add the new gateway beside the old one, send the routes there, and destroy the old one in a second change"
      : `leave ${forcedBy.length === 0 ? "it" : listed(forcedBy)} as it is; or build the new ${wordFor(type)} beside the old one, move what is in it, and destroy the old one in a last change`,
  };
}

function destroyed(
  comparison: Comparison,
  { address, type }: ResourceChange,
  users: readonly string[],
): Hazard {
  const names = namesOf(comparison, users);
  return {
    at: placeOf(comparison, address),
    message: `destroys the ${wordFor(type)} that ${names} ${users.length === 1 ? "needs" : "need"}, and there is no other`,
    course: [
      `Terraform destroys the ${wordFor(type)}; AWS refuses it for as long as something in the network uses it (DependencyViolation)`,
      `once it is gone, ${names} and the internet cannot reach each other through it`,
    ],
    fix: `keep the ${wordFor(type)} until what needs it is gone`,
  };
}

function namesOf({ labels }: Comparison, users: readonly string[]): string {
  return few(users.map((address) => labels.before.to({ address })));
}

function placeOf(comparison: Comparison, address: string) {
  const path = comparison.before.resource(address)?.path;
  return { address, ...(path !== undefined && { path }) };
}

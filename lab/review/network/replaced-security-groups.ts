import { listed } from "../../topology";
import type { Comparison } from "../comparison";
import { reasonFor } from "../consequence";
import type { Hazard } from "../risk";
import { wearersOf } from "./opened-groups";

/** Addresses of security groups that are destroyed before they are made again while something has them. */
export function groupsDestroyedInUse(comparison: Comparison): readonly string[] {
  return comparison
    .pairs("securityGroups")
    .filter(({ before: { address } }) => {
      const change = comparison.changeOf({ address });
      if (change?.kind !== "replace" || change.first !== "destroy") return false;
      // where a whole network is made anew, its groups are the least of it
      if (reasonFor(comparison, change) !== change) return false;
      return wearersOf(comparison.before, address).some((wearer) => comparison.kindOf(wearer) !== "destroy");
    })
    .map(({ after: { address } }) => address);
}

/** AWS does not delete a group that something has, and its rules are gone by then. */
export function destroyedInUse(comparison: Comparison, address: string): Hazard {
  const path = comparison.after.resource(address)?.path;
  const users = listed(
    wearersOf(comparison.before, address).map((wearer) => comparison.labels.before.to(wearer)),
  );
  const forced = listed(comparison.changeOf({ address })?.forcedBy ?? []);
  return {
    at: { address, ...(path !== undefined && { path }) },
    message: `destroys a security group that ${users} has before it makes the new one, forced by ${forced}`,
    course: [
      "Terraform destroys the rules of the group that are resources of their own: new connections time out",
      `it tries to destroy the group; AWS refuses while ${users} has it (DependencyViolation), for 15 minutes`,
      "the apply ends there, with the group still in use and without these rules",
    ],
    fix: "set lifecycle create_before_destroy and name_prefix, or leave name and description as they are",
  };
}

import { isUnknown, listed } from "../../topology";
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
  const losesRules = hasRulesBeside(comparison, address);
  return {
    at: { address, ...(path !== undefined && { path }) },
    ...(!losesRules && { level: "needs-care" }),
    message: `destroys a security group that ${users} has before it makes the new one, forced by ${forced}`,
    course: [
      ...(losesRules
        ? [
            "Terraform destroys the rules of the group that are resources of their own: new connections time out",
          ]
        : []),
      `Terraform tries to destroy the group; AWS refuses as long as it is used by ${users} (DependencyViolation), for 15 minutes`,
      losesRules
        ? "the apply ends there, with the group still in use and without these rules"
        : "the apply ends there, with the group still in use: requests go on, and what else was planned may be left undone",
    ],
    fix: "set lifecycle create_before_destroy and name_prefix, or leave name and description as they are",
  };
}

/** Rules that are written inside the group stay as long as AWS keeps the group. */
function hasRulesBeside({ before }: Comparison, address: string): boolean {
  const group = before.topology.securityGroups.find((one) => one.address === address);
  return (
    group === undefined || isUnknown(group.rules) || group.rules.some((rule) => rule.address !== address)
  );
}

import { isUnknown, type Knowable, type Link } from "../../topology";
import type { Defect } from "../defect";

/** An interface takes few security groups, and so does what stands behind it. */
export const tooManySecurityGroups: Defect = {
  id: "too-many-security-groups",
  severity: "error",
  facts: ["N33", "TF5"],
  *find(subject) {
    const most = subject.quotas.securityGroupsPerInterface;
    const instances = subject.topology.instances.filter((instance) => !subject.isLookedUp(instance));
    for (const owner of [...subject.loadBalancers(), ...instances]) {
      const count = distinctIn(owner.securityGroups);
      if (count <= most) continue;
      yield {
        at: owner,
        message: `security groups must be at most ${most}, got ${count}`,
        fix: "put the rules of several into one, or raise the quota of the account",
      };
    }
  },
};

/** Those that are known: two others could be the same. */
function distinctIn(groups: Knowable<readonly Link[]>): number {
  if (isUnknown(groups)) return 0;
  return new Set(groups.filter((group) => !isUnknown(group)).map((group) => JSON.stringify(group))).size;
}

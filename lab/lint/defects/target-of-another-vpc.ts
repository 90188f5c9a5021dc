import { follow, type Instance, isUnknown, type Link, type Registration } from "../../topology";
import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { userInAnotherVpc } from "../group-vpc";
import { registrarOf } from "../registrations";
import { isNotSet } from "../server-settings";
import type { Subject } from "../subject";
import { shownLink } from "../subnets";
import { areDifferentVpcs, isOwnVpc } from "../vpcs";

/** Instances are registered in groups of their own VPC. */
export const targetOfAnotherVpc: Defect = {
  id: "target-of-another-vpc",
  severity: "error",
  facts: ["N7", "TF40"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      if (group.vpc === undefined || group.targetType !== "instance") continue;
      // It is the group that is elsewhere.
      if (userInAnotherVpc(subject, group) !== undefined) continue;
      for (const registration of subject.registrationsOf(group)) {
        const other = otherVpc(subject, group.vpc, registration);
        if (other === undefined) continue;
        yield {
          at: registrarOf(subject, registration),
          message: `the target must be in the VPC of its group, ${shownLink(group.vpc)}, got one in ${other}`,
          fix: "register an instance of the same VPC, or give the group the VPC of its targets",
        };
      }
    }
  },
};

/** Where the target is, when that is another VPC for sure. */
function otherVpc(subject: Subject, vpc: Link, { target }: Registration): string | undefined {
  const { instances, autoScalingGroups, subnets } = subject.topology;
  const instance = follow(instances, target);
  const scaling = follow(autoScalingGroups, target);
  if (instance !== undefined && instance.subnet === undefined)
    return isOwnVpc(subject, vpc) && startsInDefaultVpc(subject, instance) ? "the default VPC" : undefined;
  const own = scaling === undefined || isUnknown(scaling.subnets) ? [] : scaling.subnets;
  const links = instance?.subnet === undefined ? own : [instance.subnet];
  const other = links
    .map((link) => follow(subnets, link)?.vpc)
    .find((other) => areDifferentVpcs(subject, vpc, other));
  return other && shownLink(other);
}

/** Where nothing says where it starts, the default VPC is meant. */
function startsInDefaultVpc(subject: Subject, instance: Instance): boolean {
  if (subject.isLookedUp(instance)) return false;
  return ["subnet_id", "launch_template", "network_interface", "primary_network_interface"].every((name) =>
    isNotSet(subject, instance, name),
  );
}

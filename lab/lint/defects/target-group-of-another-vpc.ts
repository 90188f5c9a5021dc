import { serverGroups } from "../application-groups";
import type { Defect } from "../defect";
import { userInAnotherVpc } from "../group-vpc";
import { shownLink } from "../subnets";

/** A load balancer sends requests to groups of its own VPC. */
export const targetGroupOfAnotherVpc: Defect = {
  id: "target-group-of-another-vpc",
  severity: "error",
  facts: ["N3", "N7", "TF22"],
  *find(subject) {
    for (const group of serverGroups(subject)) {
      const user = userInAnotherVpc(subject, group);
      if (user === undefined || group.vpc === undefined) continue;
      yield {
        at: group,
        message: `vpc_id must be the VPC of ${user.lb.address}, ${shownLink(user.subnet.vpc)}, got ${shownLink(group.vpc)}`,
        fix: "give the group the VPC of the load balancer; targets elsewhere are registered by their addresses",
      };
    }
  },
};

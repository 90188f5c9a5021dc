import type { Cause } from "../cause";
import { closedEgress, groupPlace, groupsOf, wantedPort } from "../security";
import { mayBe } from "../target";

/** The security group of the load balancer does not let it out to the targets. */
export const loadBalancerEgressClosed: Cause = {
  id: "load-balancer-egress-closed",
  kind: "broken",
  facts: ["U7", "U31", "H53"],
  rank: 25,
  *find(one) {
    for (const target of one.troubled) {
      if (!mayBe(target, ["unhealthy", "initial"], ["Target.Timeout", "Elb.InitialHealthChecking"])) continue;
      const port = wantedPort(target, target.healthPort);
      const [lb] = closedEgress(one, target, port);
      if (lb === undefined) continue;
      const [group] = groupsOf(one, target.server);
      const to = group === undefined ? target.name : one.place(group);
      yield {
        targets: [target],
        certainty: "certain",
        cause: `no rule of the load balancer's security groups lets it out to port ${port} of its targets`,
        fix: `add an egress rule to ${groupPlace(one, lb)}: TCP ${port} to ${to}; Terraform takes away the rule for everything that AWS adds`,
      };
    }
  },
};

import type { Cause } from "../cause";
import { closedAcl } from "../network-acls";
import { wantedPort } from "../security";
import { mayBe } from "../target";

/** A network ACL stops requests on their way to the target, or the answers on their way back. */
export const networkAclClosed: Cause = {
  id: "network-acl-closed",
  kind: "broken",
  facts: ["U8", "H53"],
  rank: 26,
  *find(one) {
    for (const target of one.troubled) {
      if (!mayBe(target, ["unhealthy", "initial"], ["Target.Timeout", "Elb.InitialHealthChecking"])) continue;
      const closed = closedAcl(one, target, wantedPort(target, target.healthPort));
      if (closed === undefined) continue;
      const { acl, direction, ports } = closed;
      yield {
        targets: [target],
        certainty: "certain",
        cause: `the network ACL ${acl.address} stops TCP ${ports} between load balancer and target (${direction})`,
        fix: `allow TCP ${ports} in the ${direction} rules of ${one.place(acl)}, with a lower number than what denies it`,
      };
    }
  },
};

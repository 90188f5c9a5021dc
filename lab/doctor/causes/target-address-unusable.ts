import type { Cause } from "../cause";

/** An address of a load balancer is registered as a target. */
export const targetAddressUnusable: Cause = {
  id: "target-address-unusable",
  kind: "broken",
  facts: ["U18", "H59"],
  rank: 20,
  *find(one) {
    for (const target of one.troubled) {
      if (target.seen?.reason !== "Target.IpUnusable") continue;
      const where = target.registration === undefined ? "the attachment" : one.place(target.registration);
      yield {
        targets: [target],
        certainty: "certain",
        cause: `the address ${target.seen.id} is one of a load balancer in this VPC, which cannot be a target`,
        fix: `set target_id of ${where} to the address of a server`,
      };
    }
  },
};

import { isUnknown } from "../../topology";
import type { Defect } from "../defect";

/** Subnets are named by `subnets` or by `subnet_mapping`; a plan and a state show both where one is written. */
export const loadBalancerOfTwoSubnetArguments: Defect = {
  id: "load-balancer-of-two-subnet-arguments",
  severity: "error",
  facts: ["TF6"],
  *find(subject) {
    if (subject.topology.source.kind !== "synth") return;
    for (const lb of subject.loadBalancers()) {
      const resource = subject.resource(lb.address);
      const subnets = resource?.value("subnets");
      const mappings = resource?.blocks("subnet_mapping") ?? [];
      if (isUnknown(mappings) || mappings.length === 0) continue;
      if (!Array.isArray(subnets) || subnets.length === 0) continue;
      yield {
        at: lb,
        message: "subnets must be absent beside subnet_mapping, got both",
        fix: "keep one of them",
      };
    }
  },
};

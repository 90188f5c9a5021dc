import type { Defect } from "../defect";

/** The default VPC of a region gives public addresses to all, and is shared by all. */
export const defaultVpcAdopted: Defect = {
  id: "default-vpc-adopted",
  severity: "warning",
  facts: ["CKV_AWS_148", "AWS-0101"],
  *find(subject) {
    for (const vpc of subject.resources("aws_default_vpc"))
      yield {
        at: vpc,
        message: "a load balancer must have a VPC of its own, got the default one of the region",
        fix: "declare aws_vpc with subnets in place of aws_default_vpc",
      };
  },
};

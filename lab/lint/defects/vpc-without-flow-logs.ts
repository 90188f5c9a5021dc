import type { Defect } from "../defect";
import { usedVpcs } from "../networks";
import { companionsOf, isWithout } from "../policy";

/** Flow logs say who was refused by a security group, and who was not. */
export const vpcWithoutFlowLogs: Defect = {
  id: "vpc-without-flow-logs",
  severity: "warning",
  facts: ["CKV2_AWS_11", "AWS-0178", "AwsSolutions-VPC7", "EC2.6"],
  profile: "prod",
  *find(subject) {
    for (const vpc of usedVpcs(subject)) {
      if (!isWithout(companionsOf(subject, vpc, ["aws_flow_log"], "vpc_id"))) continue;
      yield {
        at: vpc,
        message: "a VPC must have flow logs, got none",
        fix: "add aws_flow_log with its id as vpc_id",
      };
    }
  },
};

import type { TerraformStack } from "cdktf";
import type { ProblemId } from "../../../constructs";

/** A mistake: the id of its problem, the line a person reads without the id, and how it is made. */
export type Case = readonly [ProblemId, string, (stack: TerraformStack) => void];

export const vpcId = "vpc-0123456789abcdef0";
export const certificateArn = "arn:aws:acm:ap-northeast-2:123456789012:certificate/0a1b2c3d";

import { VpcFlowLogs } from "../../constructs";
import { problemIdsIn, synthesize } from "../support/synthesize";

const vpcId = "vpc-0123456789abcdef0";
const stack = synthesize((scope) => new VpcFlowLogs(scope, "flow-logs", { vpcId, retentionDays: 30 }));

test("flow logs record all traffic of the VPC in a log group of their own", () => {
  const { fields } = stack.only("aws_flow_log");
  expect(fields).toMatchObject({
    vpc_id: vpcId,
    traffic_type: "ALL",
    log_destination_type: "cloud-watch-logs",
  });
  expect(stack.resolve(fields.log_destination)).toBe(stack.only("aws_cloudwatch_log_group"));
  expect(stack.resolve(fields.iam_role_arn)).toBe(stack.only("aws_iam_role"));
  expect(stack.only("aws_cloudwatch_log_group").fields.retention_in_days).toBe(30);
});

// G39: late records would bring the group back after it was destroyed, and the next apply would collide
test("the role may write to the log group, but not create it", () => {
  const { Statement } = JSON.parse(String(stack.only("aws_iam_role_policy").fields.policy));
  const group = stack.only("aws_cloudwatch_log_group").address;
  expect(Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      Resource: `\${${group}.arn}:*`,
    },
    { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
  ]);
});

test("the role is assumed by flow logs only", () => {
  const { Statement } = JSON.parse(String(stack.only("aws_iam_role").fields.assume_role_policy));
  expect(Statement).toMatchObject([{ Principal: { Service: "vpc-flow-logs.amazonaws.com" } }]);
});

test("a retention that CloudWatch does not offer is refused", () => {
  const declare = (retentionDays: number) =>
    problemIdsIn((scope) => new VpcFlowLogs(scope, "flow-logs", { vpcId, retentionDays }));
  expect(declare(31)).toEqual(["log-retention"]);
  expect(declare(365)).toEqual([]);
});

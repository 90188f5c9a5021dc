import { vpcWithoutFlowLogs } from "../../../lab/lint/defects/vpc-without-flow-logs";
import { foundAt } from "../support/patched";

const logOf = (vpc: string) => ({
  aws_flow_log: { main: { vpc_id: vpc, log_destination: "arn:aws:s3:::flows" } },
});

it("finds the network of a load balancer, in production only [CKV2_AWS_11, AWS-0178, EC2.6]", () => {
  expect(foundAt(vpcWithoutFlowLogs, {})).toEqual(["aws_vpc.main"]);
  expect(foundAt(vpcWithoutFlowLogs, {}, { profile: "lab" })).toEqual([]);
});

it("finds it also when the flow log is of another network, or of a subnet only", () => {
  const ofSubnet = { aws_flow_log: { a: { subnet_id: "${aws_subnet.a.id}" } } };
  expect(foundAt(vpcWithoutFlowLogs, logOf("vpc-0123456789abcdef0"))).toEqual(["aws_vpc.main"]);
  expect(foundAt(vpcWithoutFlowLogs, ofSubnet)).toEqual(["aws_vpc.main"]);
});

test.each([
  ["a network with flow logs", logOf("${aws_vpc.main.id}")],
  ["flow logs of which nobody knows", logOf("${var.vpc}")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(vpcWithoutFlowLogs, patch)).toEqual([]);
});

it("says nothing of a network without load balancers and servers", () => {
  const patch = { ...logOf("${aws_vpc.main.id}"), aws_vpc: { other: { cidr_block: "10.1.0.0/16" } } };
  expect(foundAt(vpcWithoutFlowLogs, patch)).toEqual([]);
});

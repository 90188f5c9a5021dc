import { targetGroupNameTaken } from "../../../lab/lint/defects/target-group-name-taken";
import { findIn, linesIn } from "../support/find";
import { groupWith } from "../support/group";
import { foundInState } from "../support/patched";
import type { Shape } from "../support/shop";

const twin = (settings: Shape) => groupWith({ name: "api", ...settings });

it("refuses a name that two groups have [N2, B38]", () => {
  expect(linesIn(targetGroupNameTaken, twin({}))).toEqual([
    'aws_lb_target_group.web: name must differ from that of every other target group, got "api" for ' +
      "aws_lb_target_group.api and aws_lb_target_group.web; rename one of them",
  ]);
});

it("refuses it for groups of different load balancers, and of the older resource too", () => {
  const older = (resource: Shape) => {
    resource.aws_alb_target_group = { more: { name: "web", protocol: "TCP", port: 22 } };
  };
  expect(findIn(targetGroupNameTaken, older)).toHaveLength(1);
});

it.each([
  ["in another region", { region: "eu-central-1" }],
  ["of another provider", { provider: "aws.other" }],
  ["with a name of its own", { name: "web" }],
  ["with a name that nobody knows yet", { name: "${var.name}" }],
  ["with a made up name", { name: null }],
  ["that may not be there", { count: "${var.count}" }],
])("is silent about a group %s", (_, settings) => {
  expect(findIn(targetGroupNameTaken, twin(settings))).toEqual([]);
});

it("tells regions apart by the VPC where providers are not shown, and by ARNs", () => {
  const group = (settings: Shape) => ({ name: "web", port: 80, protocol: "HTTP", ...settings });
  const state = (first: Shape, second: Shape) =>
    foundInState(targetGroupNameTaken, {
      "aws_lb_target_group.one": group(first),
      "aws_lb_target_group.two": group(second),
    });
  const arn = (region: string, id: string) =>
    `arn:aws:elasticloadbalancing:${region}:123456789012:targetgroup/web/${id}`;
  expect(state({ vpc_id: "vpc-1" }, { vpc_id: "vpc-1" })).toEqual(["aws_lb_target_group.two"]);
  expect(state({ vpc_id: "vpc-1" }, { vpc_id: "vpc-2" })).toEqual([]);
  expect(state({ arn: arn("eu-west-1", "1") }, { arn: arn("eu-west-1", "2") })).toHaveLength(1);
  expect(state({ arn: arn("eu-west-1", "1") }, { arn: arn("us-east-1", "2") })).toEqual([]);
});

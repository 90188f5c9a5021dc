import { roleAssumedByAnybody } from "../../../lab/lint/defects/role-assumed-by-anybody";
import { policy } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";
import { roleWith } from "../support/roles";
import type { Shape } from "../support/shop";

const trust = (principal: unknown, settings: Shape = {}) =>
  policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, ...settings });
const assumedBy = (principal: unknown, settings: Shape = {}) =>
  roleWith({ aws_iam_role: { web: { assume_role_policy: trust(principal, settings) } } });

test.each([
  ["*", "*"],
  ["*", { AWS: "*" }],
  ["*", { Service: "*" }],
  ["123456789012", { AWS: "123456789012" }],
  ["arn:aws:iam::123456789012:root", { AWS: ["arn:aws:iam::1:role/a", "arn:aws:iam::123456789012:root"] }],
])("finds a role for %s [CKV_AWS_60, CKV_AWS_61]", (got, principal) => {
  expect(messagesOf(roleAssumedByAnybody, assumedBy(principal))).toEqual([
    `assume_role_policy must name the service that acts as it, got the principal "${got}"`,
  ]);
});

it("finds that of flow logs, and of a template", () => {
  const assume_role_policy = trust("*");
  const patch = {
    aws_flow_log: { main: { iam_role_arn: "${aws_iam_role.flows.arn}" } },
    aws_launch_template: { one: { iam_instance_profile: { arn: "${aws_iam_instance_profile.one.arn}" } } },
    aws_iam_instance_profile: { one: { role: "${aws_iam_role.one.id}" } },
    aws_iam_role: { flows: { assume_role_policy }, one: { assume_role_policy } },
  };
  expect(foundAt(roleAssumedByAnybody, patch)).toEqual(["aws_iam_role.flows", "aws_iam_role.one"]);
});

test.each([
  ["a service", assumedBy({ Service: "ec2.amazonaws.com" })],
  ["one role", assumedBy({ AWS: "arn:aws:iam::123456789012:role/deploy" })],
  [
    "everybody on a condition",
    assumedBy("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
  ],
  ["whom nobody knows", roleWith({ aws_iam_role: { web: { assume_role_policy: "${var.trust}" } } })],
  ["everybody, but of nothing here", { aws_iam_role: { other: { assume_role_policy: trust("*") } } }],
])("says nothing of a role for %s", (_, patch) => {
  expect(foundAt(roleAssumedByAnybody, patch)).toEqual([]);
});

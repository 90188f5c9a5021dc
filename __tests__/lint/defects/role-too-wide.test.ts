import { roleTooWide } from "../../../lab/lint/defects/role-too-wide";
import { policy } from "../support/logs";
import { foundAt, messagesOf } from "../support/patched";
import { grantWith, roleWith } from "../support/roles";

const allow = (action: unknown, resource: unknown = "*") => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

test.each([
  ['the action "*"', allow("*")],
  ['the action "s3:*"', allow(["s3:GetObject", "s3:*"], "arn:aws:s3:::shop/*")],
  ["all actions but some", { Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
  ['"iam:PassRole" on any role', allow("iam:PassRole")],
  ['"iam:PassRole" on any role', allow("iam:PassRole", "arn:aws:iam::123456789012:role/*")],
])("finds %s [CKV_AWS_62, CKV_AWS_63, IAM.1, IAM.21, AWS-0342, AWS-0345]", (got, statement) => {
  expect(messagesOf(roleTooWide, grantWith(statement))).toEqual([
    `policy must name the actions that the role needs, got ${got}`,
  ]);
});

const attachment = { role: "${aws_iam_role.web.name}", policy_arn: "${aws_iam_policy.web.arn}" };
test.each([
  [
    "in the role",
    roleWith({ aws_iam_role: { web: { inline_policy: [{ name: "a", policy: policy(allow("*")) }] } } }),
    "aws_iam_role.web",
  ],
  [
    "attached to it",
    roleWith({
      aws_iam_policy: { web: { policy: policy(allow("*")) } },
      aws_iam_role_policy_attachment: { web: attachment },
    }),
    "aws_iam_policy.web",
  ],
])("finds a policy %s", (_, patch, address) => {
  expect(foundAt(roleTooWide, patch)).toEqual([address]);
});

it("finds one that a document makes", () => {
  const policyOf = { role: "${aws_iam_role.web.id}", policy: "${data.aws_iam_policy_document.web.json}" };
  const patch = {
    ...roleWith({ aws_iam_role_policy: { web: policyOf } }),
    data: { aws_iam_policy_document: { web: { statement: { actions: ["ec2:*"], resources: ["*"] } } } },
  };
  expect(foundAt(roleTooWide, patch)).toEqual(["aws_iam_role_policy.web"]);
});

test.each([
  ["single actions", grantWith(allow(["ssm:UpdateInstanceInformation", "s3:Get*"]))],
  ["one role to pass", grantWith(allow("iam:PassRole", "arn:aws:iam::123456789012:role/web"))],
  ["a denial", grantWith({ ...allow("*"), Effect: "Deny" })],
  ["what nobody knows", grantWith(allow("${var.action}"))],
  ["a role of nothing here", { aws_iam_role: { other: { inline_policy: { policy: policy(allow("*")) } } } }],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(roleTooWide, patch)).toEqual([]);
});

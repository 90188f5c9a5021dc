import { roleAdministrator } from "../../../lab/lint/defects/role-administrator";
import { foundAt, messagesOf } from "../support/patched";
import { roleWith } from "../support/roles";

const attached = (arn: string, name = "${aws_iam_role.web.name}") =>
  roleWith({ aws_iam_role_policy_attachment: { web: { role: name, policy_arn: arn } } });
const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;

test.each(["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"])(
  "finds %s [CKV_AWS_274, CKV2_AWS_56]",
  (name) => {
    expect(messagesOf(roleAdministrator, attached(ofAws(name)))).toEqual([
      `policy_arn must not be of an administrator, got "${ofAws(name)}"`,
    ]);
  },
);

test.each([
  [
    "in the role",
    roleWith({ aws_iam_role: { web: { managed_policy_arns: [ofAws("AdministratorAccess")] } } }),
    "aws_iam_role.web",
  ],
  [
    "with other roles",
    roleWith({
      aws_iam_policy_attachment: { all: { roles: ["web"], policy_arn: ofAws("AdministratorAccess") } },
    }),
    "aws_iam_policy_attachment.all",
  ],
])("finds one that is attached %s", (_, patch, address) => {
  expect(foundAt(roleAdministrator, patch)).toEqual([address]);
});

it("finds one that is looked up by its name", () => {
  const patch = {
    ...attached("${data.aws_iam_policy.admin.arn}"),
    data: { aws_iam_policy: { admin: { name: "AdministratorAccess" } } },
  };
  expect(foundAt(roleAdministrator, patch)).toEqual(["aws_iam_role_policy_attachment.web"]);
});

test.each([
  ["a policy for less", attached(ofAws("AmazonSSMManagedInstanceCore"))],
  ["a policy with a name that only begins so", attached(ofAws("AdministratorAccess-Amplify"))],
  ["a policy that nobody knows", attached("${var.policy}")],
  ["a role of nothing here", attached(ofAws("AdministratorAccess"), "other")],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(roleAdministrator, patch)).toEqual([]);
});

import { instanceWithoutRole } from "../../../lab/lint/defects/instance-without-role";
import { foundAt, messagesOf } from "../support/patched";
import { templateWith, webWith } from "../support/servers";

const bothWith = (profile: unknown) => ({
  aws_instance: { web: { iam_instance_profile: profile }, api: { iam_instance_profile: "api" } },
});

test.each([null, ""])("finds a server with %p [CKV2_AWS_41]", (profile) => {
  expect(messagesOf(instanceWithoutRole, bothWith(profile))).toEqual([
    "iam_instance_profile must be set, got none",
  ]);
});

it("finds a server whose template has no role either", () => {
  const patch = templateWith({}, { iam_instance_profile: null });
  expect(foundAt(instanceWithoutRole, patch)).toContain("aws_instance.web");
});

test.each([
  ["a server with a role", bothWith("web")],
  ["a server of which nobody knows", bothWith("${var.profile}")],
  ["a template with a role", templateWith({ iam_instance_profile: { name: "web" } })],
  ["a template that is not declared here", webWith({ launch_template: { id: "lt-0123456789abcdef0" } })],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(instanceWithoutRole, patch)).not.toContain("aws_instance.web");
});

import { securityGroupUndescribed } from "../../../lab/lint/defects/security-group-undescribed";
import { foundAt, messagesOf } from "../support/patched";

const groupWith = (description: unknown) => ({ aws_security_group: { web: { description } } });

test.each([null, "", "Managed by Terraform"])(
  "finds %p [CKV_AWS_23, AWS-0099, AwsSolutions-EC27]",
  (description) => {
    expect(messagesOf(securityGroupUndescribed, groupWith(description))).toEqual([
      'description must say what the group is for, got "Managed by Terraform"',
    ]);
  },
);

test.each(["servers", "${var.description}"])("says nothing of %p", (description) => {
  expect(foundAt(securityGroupUndescribed, groupWith(description))).toEqual([]);
});

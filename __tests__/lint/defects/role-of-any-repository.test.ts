import { roleOfAnyRepository } from "../../../lab/lint/defects/role-of-any-repository";
import { policy } from "../support/logs";
import { foundAt } from "../support/patched";
import type { Shape } from "../support/shop";

const issuer = "token.actions.githubusercontent.com";
const roleOf = (
  condition: Shape | undefined,
  provider = `arn:aws:iam::123456789012:oidc-provider/${issuer}`,
) => ({
  aws_iam_role: {
    deploy: {
      assume_role_policy: policy({
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: provider },
        ...(condition && { Condition: condition }),
      }),
    },
  },
});
const sub = (...values: readonly string[]) => ({ StringLike: { [`${issuer}:sub`]: values } });

test.each([
  ["no condition", undefined],
  ["only the audience", { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" } }],
  ["any owner", sub("repo:*")],
  ["any repository", sub("repo:shop/*")],
  ["one that begins like another", sub("*:shop/web:*")],
  ["one of two that is any", sub("repo:shop/web:*", "*")],
])("finds a role with %s [CKV_AWS_393]", (_, condition) => {
  expect(foundAt(roleOfAnyRepository, roleOf(condition))).toEqual(["aws_iam_role.deploy"]);
});

test.each([
  ["one repository", roleOf(sub("repo:shop/web:*"))],
  ["one branch", roleOf({ StringEquals: { [`${issuer}:sub`]: "repo:shop/web:ref:refs/heads/main" } })],
  ["a repository that nobody knows", roleOf(sub("repo:${var.repository}:*"))],
  ["another issuer", roleOf(undefined, "arn:aws:iam::123456789012:oidc-provider/login.example.com")],
])("says nothing of a role for %s", (_, patch) => {
  expect(foundAt(roleOfAnyRepository, patch)).toEqual([]);
});

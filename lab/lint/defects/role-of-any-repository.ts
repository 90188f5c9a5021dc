import type { Defect } from "../defect";
import { isWhole, type Statement, statementsOf } from "../policy-document";

const ISSUER = "token.actions.githubusercontent.com";

/** Every repository of GitHub gets tokens of the same issuer, so a role says whose it takes. */
export const roleOfAnyRepository: Defect = {
  id: "role-of-any-repository",
  severity: "warning",
  facts: ["CKV_AWS_393"],
  *find(subject) {
    for (const role of subject.resources("aws_iam_role")) {
      const statements = statementsOf(subject, role, "assume_role_policy") ?? [];
      if (!statements.some(isOpen)) continue;
      yield {
        at: role,
        message: `assume_role_policy must name owner and repository in ${ISSUER}:sub, got any`,
        fix: "add a Condition StringLike on sub, such as repo:owner/repository:*",
      };
    }
  },
};

function isOpen({ effect, principals, conditions }: Statement): boolean {
  const isGitHub = principals.some(({ type, id }) => type === "Federated" && id.endsWith(ISSUER));
  if (effect !== "Allow" || !isGitHub) return false;
  const pinned = conditions.filter(({ key }) => key.toLowerCase() === `${ISSUER}:sub` || !isWhole(key));
  return !pinned.some(({ values }) => values.every(isPinned));
}

function isPinned(value: string): boolean {
  return !isWhole(value) || /^repo:[^*?/]+\/[^*?:]+/.test(value);
}

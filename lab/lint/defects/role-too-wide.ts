import type { Defect } from "../defect";
import type { Statement } from "../policy-document";
import { grantsOf, usedRoles } from "../roles";
import { quoted } from "../values";

/** Whoever gets into a server may do what its role may do. */
export const roleTooWide: Defect = {
  id: "role-too-wide",
  severity: "warning",
  facts: [
    "CKV_AWS_62",
    "CKV_AWS_63",
    "IAM.1",
    "IAM.21",
    "AWS-0057",
    "AWS-0342",
    "AWS-0345",
    "AwsSolutions-IAM5",
  ],
  *find(subject) {
    for (const role of usedRoles(subject))
      for (const { at, statement } of grantsOf(subject, role)) {
        const got = tooWide(statement);
        if (got === undefined) continue;
        yield {
          at,
          message: `policy must name the actions that the role needs, got ${got}`,
          fix: "name single actions, and the resources that they are for",
        };
      }
  },
};

function tooWide({ effect, actions, notActions, resources }: Statement): string | undefined {
  if (effect !== "Allow") return undefined;
  const wide = actions.find((action) => /^(\*|[\w-]+:\*)$/.test(action));
  if (wide !== undefined) return `the action ${quoted(wide)}`;
  if (notActions.length > 0) return "all actions but some";
  const passes = actions.find((action) => /^iam:passrole$/i.test(action));
  const isOnAny = resources.some((resource) => resource === "*" || /:role\/\*$/.test(resource));
  return passes !== undefined && isOnAny ? `${quoted(passes)} on any role` : undefined;
}

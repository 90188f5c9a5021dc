import type { Defect } from "../defect";
import { type Statement, statementsOf } from "../policy-document";
import { usedRoles } from "../roles";
import { quoted } from "../values";

/** A role of servers is for the service that runs them, not for people or accounts. */
export const roleAssumedByAnybody: Defect = {
  id: "role-assumed-by-anybody",
  severity: "warning",
  facts: ["CKV_AWS_60", "CKV_AWS_61"],
  *find(subject) {
    for (const role of usedRoles(subject)) {
      const statements = statementsOf(subject, role, "assume_role_policy") ?? [];
      const who = statements.flatMap(anybodyIn)[0];
      if (who === undefined) continue;
      yield {
        at: role,
        message: `assume_role_policy must name the service that acts as it, got the principal ${quoted(who)}`,
        fix: "name the one Service as Principal, such as ec2.amazonaws.com",
      };
    }
  },
};

/** Everybody, or everybody in an account, without a condition that says who. */
function anybodyIn({ effect, principals, conditions }: Statement): readonly string[] {
  if (effect !== "Allow" || conditions.length > 0) return [];
  return principals
    .filter(
      ({ type, id }) => id === "*" || (type === "AWS" && /^\d{12}$|^arn:[^:]+:iam::[^:]*:root$/.test(id)),
    )
    .map(({ id }) => id);
}

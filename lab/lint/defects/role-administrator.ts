import type { Link } from "../../topology";
import type { Defect } from "../defect";
import { attachmentsOf, usedRoles } from "../roles";
import type { Subject } from "../subject";
import { quoted } from "../values";

/** A server with the policy of an administrator hands over the account with itself. */
export const roleAdministrator: Defect = {
  id: "role-administrator",
  severity: "warning",
  facts: ["CKV_AWS_274", "CKV2_AWS_56"],
  *find(subject) {
    for (const role of usedRoles(subject))
      for (const { at, policy } of attachmentsOf(subject, role)) {
        const name = administration(subject, policy);
        if (name === undefined) continue;
        yield {
          at,
          message: `policy_arn must not be of an administrator, got ${quoted(name)}`,
          fix: "attach a policy with the actions that the servers need",
        };
      }
  },
};

/** The policy of AWS that a link leads to, by its ARN or looked up, when it is one of an administrator. */
function administration(subject: Subject, link: Link): string | undefined {
  const looked = "address" in link ? subject.resource(link.address) : undefined;
  const names =
    "external" in link ? [link.external] : ["arn", "name"].map((argument) => looked?.value(argument));
  for (const name of names)
    if (typeof name === "string" && /(^|\/)(AdministratorAccess|IAMFullAccess|PowerUserAccess)$/.test(name))
      return name;
  return undefined;
}

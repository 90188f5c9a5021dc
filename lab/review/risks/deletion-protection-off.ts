import type { Comparison } from "../comparison";
import type { Risk } from "../risk";

/** Arguments, beside that of load balancers, that make AWS refuse to destroy something. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  aws_cognito_user_pool: "deletion_protection",
  aws_db_instance: "deletion_protection",
  aws_docdb_cluster: "deletion_protection",
  aws_dynamodb_table: "deletion_protection_enabled",
  aws_instance: "disable_api_termination",
  aws_neptune_cluster: "deletion_protection",
  aws_rds_cluster: "deletion_protection",
};

/** What AWS refused to destroy so far, the next mistake destroys. */
export const deletionProtectionOff: Risk = {
  id: "deletion-protection-off",
  level: "needs-care",
  facts: ["G31", "N43", "TF13"],
  rank: 30,
  *find(comparison) {
    for (const { at, argument } of switchedOff(comparison))
      yield {
        at,
        message: `switches ${argument} off`,
        course: [
          "Terraform switches it off while everything runs; requests notice nothing",
          "from then on a destroy or a replacement that nobody meant goes through, where AWS would have refused it",
        ],
        fix: `leave ${argument} on; where it is to be destroyed, switch it off in the same pull request that destroys it, and say so`,
      };
  },
};

function* switchedOff(comparison: Comparison) {
  for (const { before, after } of comparison.pairs("loadBalancers"))
    if (before.attributes.deletionProtection === true && after.attributes.deletionProtection === false)
      yield { at: after, argument: "enable_deletion_protection" };
  for (const { address, type } of comparison.changesTo(["update", "replace"], ...Object.keys(ARGUMENTS))) {
    const argument = ARGUMENTS[type] ?? "";
    const { before, after } = comparison.resource(address);
    const [was, is] = [before?.value(argument), after?.value(argument)];
    if (after !== undefined && isOn(was) && (is === undefined || isOff(is))) yield { at: after, argument };
  }
}

function isOn(value: unknown): boolean {
  return value === true || value === "true" || value === "ACTIVE";
}

function isOff(value: unknown): boolean {
  return value === false || value === "false" || value === "INACTIVE";
}

import type { LintNotes } from "../../lab/lint";
import type { Quotas } from "./alb-checks";

/** What lint has to know of an account; what is not a number is refused elsewhere. */
export function lintQuotas(quotas: Quotas | undefined): Pick<LintNotes, "quotas"> {
  const { rules, securityGroupRules } = quotas ?? {};
  const raised = {
    ...(typeof rules === "number" && { rulesPerLoadBalancer: rules }),
    ...(typeof securityGroupRules === "number" && { rulesPerSecurityGroup: securityGroupRules }),
  };
  return Object.keys(raised).length === 0 ? {} : { quotas: raised };
}

import type { Block, Resource } from "../topology";
import { companionsOf, textOf } from "./policy";
import type { Subject } from "./subject";

/** Web ACLs declared here that stand in front of load balancers, or could. */
export function firewallsOf(subject: Subject): readonly Resource[] {
  return subject.resources("aws_wafv2_web_acl").filter((acl) => {
    const { found } = companionsOf(subject, acl, ["aws_wafv2_web_acl_association"], "web_acl_arn");
    return found.length > 0 || textOf(acl, ["scope"], "") === "REGIONAL";
  });
}

/** A rule as a person finds it. */
export function ruleName(rule: Block): string {
  return textOf(rule, ["name"], "?") ?? "?";
}

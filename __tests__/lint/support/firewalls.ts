import type { Shape } from "./shop";

/** A web ACL for load balancers. */
export const firewallWith = (settings: Shape, beside: Shape = {}): Shape => ({
  aws_wafv2_web_acl: {
    shop: { name: "shop", scope: "REGIONAL", default_action: { allow: {} }, ...settings },
  },
  ...beside,
});

/** A rule of a managed group of rules. */
export const managedRule = (name: string, settings: Shape = {}, group: Shape = {}): Shape => ({
  name: "managed",
  priority: 1,
  override_action: { none: {} },
  statement: { managed_rule_group_statement: { vendor_name: "AWS", name, ...group } },
  ...settings,
});

import { shop } from "../bases";
import type { Base, Case } from "../case";
import { all, append, removeBlock, replace } from "../edit";

const withLogGroup = append(`
resource "aws_cloudwatch_log_group" "shop" {
  name              = "shop"
  retention_in_days = 365
}
`);

const shopWithLogGroup: Base = { name: "shop-with-log-group", read: () => withLogGroup(shop.read()) };

/** Changes that lead requests to the wrong service, or turn them away at the door. */
export const entranceCases: readonly Case[] = [
  {
    name: "The rule of the api is taken away",
    base: shop,
    edit: removeBlock('resource "aws_lb_listener_rule" "api"'),
    risks: ["requests-moved"],
    why: "the web servers get requests for /api, which they do not know",
  },
  {
    name: "The rule of the api is replaced on request",
    base: shop,
    edit: (files) => files,
    options: ["-replace=aws_lb_listener_rule.api"],
    risks: ["rule-replaced"],
    why: "the web servers get requests for /api until the rule is there again",
  },
  {
    name: "The web ACL blocks what no rule allows and logs are kept for a week",
    base: shopWithLogGroup,
    edit: all(replace("    allow {}\n", "    block {}\n"), replace("= 365\n", "= 7\n")),
    risks: ["requests-refused", "retention-shortened"],
    why: "no rule of the web ACL allows anything, so every request is answered 403; older log events are deleted",
  },
];

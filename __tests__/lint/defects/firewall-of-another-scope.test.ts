import { firewallOfAnotherScope } from "../../../lab/lint/defects/firewall-of-another-scope";
import { findIn } from "../support/find";
import { firewallWith } from "../support/firewalls";
import { merge } from "../support/pages";
import type { Shape } from "../support/shop";

const association = (resource_arn: string) => ({
  aws_wafv2_web_acl_association: { shop: { resource_arn, web_acl_arn: "${aws_wafv2_web_acl.shop.arn}" } },
});
const guarding =
  (scope: unknown, resource_arn = "${aws_lb.shop.arn}") =>
  (resource: Shape) =>
    merge(resource, firewallWith({ scope }, association(resource_arn)));

test.each(["CLOUDFRONT", "GLOBAL"])("refuses the scope %s in front of a load balancer [B87]", (scope) => {
  expect(findIn(firewallOfAnotherScope, guarding(scope))).toMatchObject([
    {
      address: "aws_wafv2_web_acl.shop",
      message: `scope of a web ACL for a load balancer must be REGIONAL, got "${scope}"`,
    },
  ]);
});

it("says nothing of a regional one, of one that nobody knows, and of one for something else", () => {
  expect(findIn(firewallOfAnotherScope, guarding("REGIONAL"))).toEqual([]);
  expect(findIn(firewallOfAnotherScope, guarding("${var.scope}"))).toEqual([]);
  expect(findIn(firewallOfAnotherScope, guarding("CLOUDFRONT", "${var.resource}"))).toEqual([]);
});

import { webAclRemoved } from "../../../lab/review/risks/web-acl-removed";
import type { Shape } from "../../lint/support/shop";
import { risksOf } from "../support/hazards";

const withAcl = (resource: Shape) => {
  resource.aws_wafv2_web_acl = { shop: { name: "shop", scope: "REGIONAL", default_action: { allow: {} } } };
  resource.aws_wafv2_web_acl_association = {
    shop: { resource_arn: "${aws_lb.shop.arn}", web_acl_arn: "${aws_wafv2_web_acl.shop.arn}" },
  };
};
const otherAcl = (resource: Shape) => {
  resource.aws_wafv2_web_acl_association.shop.web_acl_arn =
    "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/wide/11111111-2222-3333-4444-555555555555";
};
const messages = (change: (resource: Shape) => void, base = withAcl) =>
  risksOf(webAclRemoved, change, base).map(({ level, message }) => `${level}: ${message}`);

it("says which load balancer is left without a web ACL", () => {
  const removed = (resource: Shape) => {
    delete resource.aws_wafv2_web_acl_association;
  };
  expect(messages(removed)).toEqual(["needs-care: takes the web ACL aws_wafv2_web_acl.shop from shop"]);
});

it("says that requests are not looked at until the new association is there", () => {
  expect(messages(otherAcl)).toEqual([
    "needs-care: takes the web ACL aws_wafv2_web_acl.shop from shop before it puts another there again",
  ]);
});

it("says that a new association may go with the old one", () => {
  const first = (resource: Shape) => {
    withAcl(resource);
    resource.aws_wafv2_web_acl_association.shop.lifecycle = { create_before_destroy: true };
  };
  expect(messages(otherAcl, first)).toEqual([
    "needs-care: may leave shop without a web ACL: the new association is made before the old one is destroyed",
  ]);
  const succeeded = (resource: Shape) => {
    otherAcl(resource);
    resource.aws_wafv2_web_acl_association = { wide: resource.aws_wafv2_web_acl_association.shop };
  };
  expect(messages(succeeded)).toEqual([
    "needs-care: may leave shop without a web ACL: aws_wafv2_web_acl_association.wide takes the place of what is destroyed, in no order",
  ]);
});

it("is silent where the load balancer goes, or something else is protected", () => {
  const gone = (resource: Shape) => {
    for (const type of ["aws_lb", "aws_lb_listener", "aws_lb_listener_rule", "aws_wafv2_web_acl_association"])
      delete resource[type];
  };
  expect(messages(gone)).toEqual([]);
  const api = (resource: Shape) => {
    withAcl(resource);
    resource.aws_wafv2_web_acl_association.shop.resource_arn = "${aws_api_gateway_stage.shop.arn}";
    resource.aws_api_gateway_stage = { shop: { stage_name: "shop" } };
  };
  const removed = (resource: Shape) => {
    delete resource.aws_wafv2_web_acl_association;
  };
  expect(messages(removed, api)).toEqual([]);
});

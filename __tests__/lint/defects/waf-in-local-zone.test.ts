import { wafInLocalZone } from "../../../lab/lint/defects/waf-in-local-zone";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const inZone =
  (availability_zone: string, resource_arn = "${aws_lb.shop.arn}") =>
  (resource: Shape) => {
    resource.aws_subnet.a.availability_zone = availability_zone;
    resource.aws_wafv2_web_acl_association = { shop: { resource_arn, web_acl_arn: "arn:aws:wafv2:x" } };
  };

it.each(["us-west-2-lax-1a", "us-east-1-wl1-bos-wlz-1"])("refuses a firewall in %s [B57]", (zone) => {
  expect(findIn(wafInLocalZone, inZone(zone))).toMatchObject([
    { address: "aws_wafv2_web_acl_association.shop", message: expect.stringContaining(`in "${zone}"`) },
  ]);
});

it("is silent in availability zones, without a firewall, and where a link is not known", () => {
  expect(findIn(wafInLocalZone, inZone("eu-west-1a"))).toEqual([]);
  expect(findIn(wafInLocalZone, inZone("${var.zone}"))).toEqual([]);
  expect(findIn(wafInLocalZone, inZone("us-west-2-lax-1a", "${var.arn}"))).toEqual([]);
});

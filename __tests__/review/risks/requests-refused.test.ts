import { requestsRefused } from "../../../lab/review/risks/requests-refused";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";
import { withHttps } from "../support/https";

const asking = (mode: string | undefined) => (resource: Shape) => {
  withHttps(resource);
  if (mode !== undefined) resource.aws_lb_listener.https.mutual_authentication = { mode };
};

it.each([undefined, "off", "passthrough"])("clients without a certificate are refused after %s", (mode) => {
  const [risk] = risksOf(requestsRefused, asking("verify"), asking(mode));
  expect(`${risk?.level} ${risk?.message}`).toBe(
    `drops-traffic asks clients of HTTPS 443 of shop for a certificate (mutual_authentication is ${mode ?? "off"} before and verify after)`,
  );
});

it.each([
  ["verify", "verify"],
  ["verify", "off"],
  ["off", "passthrough"],
  ["${var.mode}", "verify"],
])("nobody more is refused from %s to %s", (before, after) => {
  expect(risksOf(requestsRefused, asking(after), asking(before))).toEqual([]);
});

const acl = (action: string, isUsed = true) =>
  patch({
    aws_wafv2_web_acl: { shop: { name: "shop", scope: "REGIONAL", default_action: { [action]: {} } } },
    ...(isUsed && {
      aws_wafv2_web_acl_association: {
        shop: { resource_arn: "${aws_lb.shop.arn}", web_acl_arn: "${aws_wafv2_web_acl.shop.arn}" },
      },
    }),
  });
const turnTo = (before: string, after: string) =>
  patch({ aws_wafv2_web_acl: { shop: { default_action: { [before]: null, [after]: {} } } } });

it("a web ACL that blocks by default refuses what no rule allows", () => {
  expect(
    risksOf(requestsRefused, turnTo("allow", "block"), acl("allow")).map(({ address }) => address),
  ).toEqual(["aws_wafv2_web_acl.shop"]);
  expect(risksOf(requestsRefused, turnTo("block", "allow"), acl("block"))).toEqual([]);
});

it("a web ACL in front of no load balancer refuses nothing", () => {
  expect(risksOf(requestsRefused, turnTo("allow", "block"), acl("allow", false))).toEqual([]);
});

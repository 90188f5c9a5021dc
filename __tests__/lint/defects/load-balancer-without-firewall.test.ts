import { loadBalancerWithoutFirewall } from "../../../lab/lint/defects/load-balancer-without-firewall";
import { foundAt, messagesOf } from "../support/patched";

const association = (arn: string) => ({
  aws_wafv2_web_acl_association: { shop: { resource_arn: arn, web_acl_arn: "arn:aws:wafv2:1" } },
});

it("finds a load balancer of the internet without a web ACL [CKV2_AWS_28, ELB.16]", () => {
  expect(messagesOf(loadBalancerWithoutFirewall, {})).toEqual([
    "a load balancer of the internet must have a web ACL, got none",
  ]);
});

it("finds it also when the web ACL is another one's", () => {
  expect(foundAt(loadBalancerWithoutFirewall, association("arn:aws:elasticloadbalancing:other"))).toEqual([
    "aws_lb.shop",
  ]);
});

test.each([
  ["a web ACL in front", association("${aws_lb.shop.arn}")],
  [
    "one of the older kind",
    { aws_wafregional_web_acl_association: { shop: { resource_arn: "${aws_lb.shop.id}" } } },
  ],
  ["a web ACL that may be in front of anything", association("${var.arn}")],
  ["an internal load balancer", { aws_lb: { shop: { internal: true } } }],
  ["one of which nobody knows", { aws_lb: { shop: { internal: "${var.internal}" } } }],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(loadBalancerWithoutFirewall, patch)).toEqual([]);
});

it("asks a lab for nothing that costs", () => {
  expect(foundAt(loadBalancerWithoutFirewall, {}, { profile: "lab" })).toEqual([]);
});

import { internalNotIpv4 } from "../../../lab/lint/defects/internal-not-ipv4";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (internal: unknown, ip_address_type?: string) => (resource: Shape) => {
  Object.assign(resource.aws_lb.shop, { internal, ip_address_type });
};

it.each([
  ["dualstack-without-public-ipv4", "error"],
  ["dualstack", "warning"],
])("refuses an internal load balancer with %s: %s [N6, N55]", (type, severity) => {
  expect(findIn(internalNotIpv4, of(true, type))).toMatchObject([
    { address: "aws_lb.shop", severity, message: expect.stringContaining(`got ${type}`) },
  ]);
});

it("is silent about IPv4, the internet, and what is not known", () => {
  expect(findIn(internalNotIpv4, of(true, "ipv4"))).toEqual([]);
  expect(findIn(internalNotIpv4, of(true))).toEqual([]);
  expect(findIn(internalNotIpv4, of(false, "dualstack"))).toEqual([]);
  expect(findIn(internalNotIpv4, of("${var.internal}", "dualstack"))).toEqual([]);
  expect(findIn(internalNotIpv4, of(true, "${var.type}"))).toEqual([]);
  // leaves a type that does not exist to ip-address-type-unknown
  expect(findIn(internalNotIpv4, of(true, "ipv6"))).toEqual([]);
});

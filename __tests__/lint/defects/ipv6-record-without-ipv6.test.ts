import { ipv6RecordWithoutIpv6 } from "../../../lab/lint/defects/ipv6-record-without-ipv6";
import { findIn } from "../support/find";
import { withRecord } from "../support/records";
import type { Shape } from "../support/shop";

const of = (type: string, ip_address_type?: string) => (resource: Shape) => {
  withRecord({ type })(resource);
  resource.aws_lb.shop.ip_address_type = ip_address_type;
};

it.each(["ipv4", undefined])("warns of an AAAA record where ip_address_type is %s [N6]", (type) => {
  expect(findIn(ipv6RecordWithoutIpv6, of("AAAA", type))).toMatchObject([
    { address: "aws_route53_record.shop", severity: "warning" },
  ]);
});

it("is silent about A records, load balancers with IPv6, and what is not known", () => {
  expect(findIn(ipv6RecordWithoutIpv6, of("A", "ipv4"))).toEqual([]);
  expect(findIn(ipv6RecordWithoutIpv6, of("AAAA", "dualstack"))).toEqual([]);
  expect(findIn(ipv6RecordWithoutIpv6, of("AAAA", "${var.type}"))).toEqual([]);
  expect(findIn(ipv6RecordWithoutIpv6, withRecord({ type: "AAAA", alias: { name: "${var.name}" } }))).toEqual(
    [],
  );
});

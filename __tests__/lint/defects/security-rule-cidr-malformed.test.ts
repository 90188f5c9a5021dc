import { securityRuleCidrMalformed } from "../../../lab/lint/defects/security-rule-cidr-malformed";
import { findIn, linesIn } from "../support/find";
import { block, withGroups, withRules } from "../support/security-rules";

const ipv4 = (cidr_ipv4: unknown) => withRules({ ingress: { http: { cidr_ipv4 } } });
const ipv6 = (cidr_ipv6: unknown) => withRules({ ingress: { http: { cidr_ipv4: null, cidr_ipv6 } } });
const inline = (...cidr_blocks: unknown[]) =>
  withGroups({ web: { ingress: [block(80, 80, { cidr_blocks })] } });

it("refuses a network with bits of a host, and says which is meant [TF70, B34]", () => {
  expect(linesIn(securityRuleCidrMalformed, ipv4("10.0.0.5/24"))).toEqual([
    'aws_vpc_security_group_ingress_rule.http: cidr_ipv4 must be an IPv4 network in CIDR form, got "10.0.0.5/24"; ' +
      "set the bits of the host to zero: 10.0.0.0/24",
  ]);
});

test.each([
  ["an address without a mask", ipv4("10.0.0.5"), "write it like 10.0.0.0/24"],
  ["a mask that is too long", ipv4("10.0.0.0/33"), "write it like 10.0.0.0/24"],
  ["no network", inline("anywhere"), "write it like 10.0.0.0/24"],
  ["IPv6 among IPv4", inline("10.0.0.0/8", "::/0"), "write it into the argument for IPv6"],
  ["IPv4 among IPv6", ipv6("0.0.0.0/0"), "write it into the argument for IPv4"],
  ["bits of a host in IPv6", ipv6("2001:db8::1/32"), "set all bits after the first 32 to zero"],
  ["too many colons", ipv6("2001::db8::/32"), "write it like 2001:db8::/32"],
  ["too few groups", ipv6("2001:db8/32"), "write it like 2001:db8::/32"],
])("refuses %s", (_, change, fix) => {
  expect(findIn(securityRuleCidrMalformed, change)).toMatchObject([{ fix }]);
});

it("shows hostile text on one line", () => {
  const [finding] = findIn(securityRuleCidrMalformed, inline("1.2.3.4\n\u001b[31m<script>"));
  expect(finding?.message).toContain(String.raw`got "1.2.3.4\n\u001b[31m<script>"`);
});

test.each([
  ["everybody", ipv4("0.0.0.0/0")],
  ["one address", ipv4("10.0.0.5/32")],
  ["everybody over IPv6", ipv6("::/0")],
  ["one address of IPv6", ipv6("2001:db8::1/128")],
  ["IPv6 that ends like IPv4", ipv6("::ffff:10.0.0.0/104")],
  ["a list", inline("10.0.0.0/8", "172.16.0.0/12")],
  ["what nobody knows", inline("${var.cidr}", "10.0.0.0/8")],
  [
    "a list that nobody knows",
    withGroups({ web: { ingress: block(80, 80, { cidr_blocks: "${var.cidrs}" }) } }),
  ],
])("is silent about %s", (_, change) => {
  expect(findIn(securityRuleCidrMalformed, change)).toEqual([]);
});

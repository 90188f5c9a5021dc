import { ipAddressTypeNarrowed } from "../../../lab/review/risks/ip-address-type-narrowed";
import { securityGroupClosed } from "../../../lab/review/risks/security-group-closed";
import type { Shape } from "../../lint/support/shop";
import { patch, risksOf } from "../support/hazards";

const type = (ip_address_type: string) => patch({ aws_lb: { shop: { ip_address_type } } });

/** The shop with IPv6 all the way from its clients. */
const dual: ReturnType<typeof patch> = (resource, whole) => {
  patch({
    aws_lb: { shop: { ip_address_type: "dualstack" } },
    aws_vpc: { main: { assign_generated_ipv6_cidr_block: true } },
    aws_route: {
      six: {
        route_table_id: "${aws_route_table.public.id}",
        destination_ipv6_cidr_block: "::/0",
        gateway_id: "${aws_internet_gateway.main.id}",
      },
    },
    aws_vpc_security_group_ingress_rule: {
      six: {
        security_group_id: "${aws_security_group.alb.id}",
        cidr_ipv6: "::/0",
        ip_protocol: "tcp",
        from_port: 80,
        to_port: 80,
      },
    },
  })(resource, whole);
};

const linesOf = (change: ReturnType<typeof patch>, base: (resource: Shape, whole: Shape) => void) =>
  risksOf(ipAddressTypeNarrowed, change, base).map(({ level, message }) => `${level}: ${message}`);

it("tells of clients over IPv6, and once [N6]", () => {
  expect(linesOf(type("ipv4"), dual)).toEqual([
    "drops-traffic: takes the IPv6 addresses of shop away: ip_address_type dualstack -> ipv4",
  ]);
  expect(risksOf(securityGroupClosed, type("ipv4"), dual)).toEqual([]);
});

it("tells of clients over IPv4", () => {
  expect(linesOf(type("dualstack-without-public-ipv4"), dual)).toEqual([
    "drops-traffic: takes the IPv4 addresses of shop away: ip_address_type dualstack -> dualstack-without-public-ipv4",
  ]);
});

it("needs care only where nobody gets in over that family", () => {
  expect(linesOf(type("ipv4"), type("dualstack"))).toEqual([
    "needs-care: takes the IPv6 addresses of shop away: ip_address_type dualstack -> ipv4",
  ]);
});

it("is silent where addresses come, where the default is written out, and without listener", () => {
  expect(linesOf(type("dualstack"), type("ipv4"))).toEqual([]);
  expect(linesOf(type("ipv4"), patch({}))).toEqual([]);
  const idle = patch({ aws_lb: { idle: { name: "idle", ip_address_type: "dualstack" } } });
  expect(linesOf(patch({ aws_lb: { idle: { ip_address_type: "ipv4" } } }), idle)).toEqual([]);
});

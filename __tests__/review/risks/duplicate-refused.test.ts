import { duplicateRefused } from "../../../lab/review/risks/duplicate-refused";
import type { Shape } from "../../lint/support/shop";
import { linesOf, patch } from "../support/hazards";

const clients = { from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"], protocol: "tcp" };
const inline = (rules: readonly Shape[] | null) =>
  patch({
    aws_security_group: { alb: { ingress: rules } },
    aws_vpc_security_group_ingress_rule: { http: null },
  });
const rule = {
  security_group_id: "${aws_security_group.alb.id}",
  cidr_ipv4: "0.0.0.0/0",
  ip_protocol: "tcp",
  from_port: 80,
  to_port: 80,
};
const standalone = (name: string, settings: Shape = {}) =>
  patch({ aws_vpc_security_group_ingress_rule: { [name]: { ...rule, ...settings } } });
const both =
  (...changes: readonly ReturnType<typeof patch>[]): ReturnType<typeof patch> =>
  (resource, whole) => {
    for (const change of changes) change(resource, whole);
  };

it("tells of an inline rule that becomes a resource of its own: the block that goes takes nothing away [G19]", () => {
  expect(linesOf(duplicateRefused, both(inline(null), standalone("clients")), inline([clients]))).toEqual([
    "needs-care aws_vpc_security_group_ingress_rule.clients: creates a rule of a security group that aws_security_group.alb still has; " +
      'take over what is there: import { to = aws_vpc_security_group_ingress_rule.clients, id = "sgr-..." }; then nothing is created',
  ]);
});

it("tells of a rule that is there already as another resource", () => {
  expect(linesOf(duplicateRefused, standalone("again"))).toEqual([
    "needs-care aws_vpc_security_group_ingress_rule.again: creates a rule of a security group that aws_vpc_security_group_ingress_rule.http is already; leave one of the two out",
  ]);
});

it("tells of a route that the table still has", () => {
  const way = { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.main.id}" };
  const own = patch({ aws_route: { out: null }, aws_route_table: { public: { route: [way] } } });
  const out = {
    route_table_id: "${aws_route_table.public.id}",
    destination_cidr_block: "0.0.0.0/0",
    gateway_id: "${aws_internet_gateway.main.id}",
  };
  const moved = patch({ aws_route_table: { public: { route: null } }, aws_route: { out } });
  expect(linesOf(duplicateRefused, moved, own)).toEqual([
    expect.stringMatching(
      /^needs-care aws_route.out: creates a route that aws_route_table.public still has; /,
    ),
  ]);
});

describe("is silent", () => {
  it("on other ports, other clients, and another group", () => {
    for (const settings of [
      { to_port: 81 },
      { cidr_ipv4: "198.51.100.0/24" },
      { security_group_id: "${aws_security_group.web.id}" },
    ])
      expect(linesOf(duplicateRefused, standalone("more", settings))).toEqual([]);
  });

  it("where the list is written without it, so that Terraform takes it away first", () => {
    const other = { ...clients, from_port: 443, to_port: 443 };
    expect(
      linesOf(duplicateRefused, both(inline([other]), standalone("clients")), inline([clients, other])),
    ).toEqual([]);
  });

  it("where a recorded move gives a rule its new address", () => {
    const [from, to] = ["http", "clients"].map((name) => `aws_vpc_security_group_ingress_rule.${name}`);
    const renamed = both(
      patch({ aws_vpc_security_group_ingress_rule: { http: null }, moved: [{ from, to }] as never }),
      standalone("clients"),
    );
    expect(linesOf(duplicateRefused, renamed)).toEqual([]);
  });
});

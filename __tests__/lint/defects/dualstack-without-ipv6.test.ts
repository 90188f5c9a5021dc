import { dualstackWithoutIpv6 } from "../../../lab/lint/defects/dualstack-without-ipv6";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of =
  (type: string | undefined, ...subnets: readonly object[]) =>
  (resource: Shape) => {
    resource.aws_lb.shop.ip_address_type = type;
    for (const [index, name] of ["a", "b"].entries())
      Object.assign(resource.aws_subnet[name], subnets[index]);
  };
const ipv6 = { ipv6_cidr_block: "fd00:0:0:1::/64" };

it.each(["dualstack", "dualstack-without-public-ipv4"])("refuses %s in subnets without IPv6 [N6]", (type) => {
  expect(findIn(dualstackWithoutIpv6, of(type))).toMatchObject([
    {
      address: "aws_lb.shop",
      severity: "error",
      message: expect.stringContaining("got aws_subnet.a without"),
    },
  ]);
  expect(findIn(dualstackWithoutIpv6, of(type, ipv6))[0]?.message).toContain("got aws_subnet.b without");
  expect(findIn(dualstackWithoutIpv6, of(type, ipv6, { ipv6_cidr_block: "" }))).toHaveLength(1);
});

it.each([
  ["dualstack", ipv6, ipv6],
  ["dualstack", ipv6, { ipv6_cidr_block: "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 1)}" }],
  ["dualstack", ipv6, { ipv6_ipam_pool_id: "ipam-pool-1", ipv6_netmask_length: 64 }],
  ["ipv4", {}, {}],
  [undefined, {}, {}],
  ["${var.type}", {}, {}],
])("is silent about %s with %j and %j", (type, a, b) => {
  expect(findIn(dualstackWithoutIpv6, of(type, a, b))).toEqual([]);
});

it("is silent about subnets that are not made here", () => {
  const looked = (resource: Shape, whole: Shape) => {
    whole.data = { aws_subnet: { a: { id: "subnet-1" }, b: { id: "subnet-2" } } };
    of("dualstack")(resource);
    resource.aws_lb.shop.subnets = ["${data.aws_subnet.a.id}", "${data.aws_subnet.b.id}"];
  };
  expect(findIn(dualstackWithoutIpv6, looked)).toEqual([]);
});

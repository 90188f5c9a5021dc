import { subnetWithoutInternet } from "../../../lab/lint/defects/subnet-without-internet";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const nat = { gateway_id: null, nat_gateway_id: "${aws_nat_gateway.main.id}" };
const addresses = (change: (resource: Shape, whole: Shape) => void) =>
  findIn(subnetWithoutInternet, change).map(({ message }) => /got (\S+),/.exec(message)?.[1]);

const route = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_route.out, change);
};
const inline = (routes: unknown) => (resource: Shape) => {
  delete resource.aws_route;
  resource.aws_route_table.public.route = routes;
};
const unassociated = (resource: Shape) => {
  delete resource.aws_route_table_association.b;
};

it("refuses subnets whose routes lead to a NAT gateway or nowhere [N5]", () => {
  expect(addresses(route(nat))).toEqual(["aws_subnet.a", "aws_subnet.b"]);
  expect(addresses(inline([]))).toHaveLength(2);
  expect(addresses(inline([{ cidr_block: "0.0.0.0/0", ...nat }]))).toHaveLength(2);
});

it("says which table it is", () => {
  const [finding] = findIn(subnetWithoutInternet, route(nat));
  expect(finding).toMatchObject({ address: "aws_lb.shop", severity: "error" });
  expect(finding?.message).toContain("got aws_subnet.a, which uses aws_route_table.public");
  expect(findIn(subnetWithoutInternet, unassociated)[0]?.message).toContain(
    "the main route table of its VPC",
  );
});

it("refuses one private subnet among public ones", () => {
  const mixed = (resource: Shape) => {
    resource.aws_route_table.private = {
      vpc_id: "${aws_vpc.main.id}",
      route: { cidr_block: "0.0.0.0/0", ...nat },
    };
    resource.aws_route_table_association.b.route_table_id = "${aws_route_table.private.id}";
  };
  expect(addresses(mixed)).toEqual(["aws_subnet.b"]);
});

it("knows the main route table that a VPC is given", () => {
  const main = (target: string) => (resource: Shape) => {
    unassociated(resource);
    resource.aws_route_table.private = { vpc_id: "${aws_vpc.main.id}" };
    resource.aws_main_route_table_association = {
      main: { vpc_id: "${aws_vpc.main.id}", route_table_id: `\${aws_route_table.${target}.id}` },
    };
  };
  expect(addresses(main("public"))).toEqual([]);
  expect(addresses(main("private"))).toEqual(["aws_subnet.b"]);
});

it.each([
  { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.main.id}" },
  [{ cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }],
  [{ cidr_block: "0.0.0.0/0", gateway_id: "${var.gateway}" }],
  [{ cidr_block: "0.0.0.0/0", vpc_endpoint_id: "${aws_vpc_endpoint.firewall.id}" }],
  [{ cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-1" }],
  "${var.routes}",
])("is silent about routes written as %j", (routes) => {
  expect(addresses(inline(routes))).toEqual([]);
});

it("is silent about an internal load balancer, and one that may be", () => {
  for (const internal of [true, "${var.internal}"]) {
    const inside = (resource: Shape) => {
      route(nat)(resource);
      resource.aws_lb.shop.internal = internal;
    };
    expect(addresses(inside)).toEqual([]);
  }
});

it("is silent where something that is not known may be the route", () => {
  const elsewhere = (change: (resource: Shape, whole: Shape) => void) => (resource: Shape, whole: Shape) => {
    delete resource.aws_route;
    change(resource, whole);
  };
  const route_table_id = "${var.table}";
  const open = [
    elsewhere((resource) => {
      resource.aws_route = { lost: { route_table_id, gateway_id: "igw-1" } };
    }),
    elsewhere((_, whole) => {
      whole.module = { routes: { source: "./routes" } };
    }),
    elsewhere((resource) => {
      for (const name of ["a", "b"]) resource.aws_route_table_association[name].route_table_id = "rtb-1";
    }),
    (resource: Shape) => {
      unassociated(resource);
      resource.aws_default_route_table = {
        main: { default_route_table_id: "${aws_vpc.main.main_route_table_id}" },
      };
    },
    (resource: Shape) => {
      unassociated(resource);
      resource.aws_route_table_association.lost = { subnet_id: "${var.subnet}", route_table_id };
    },
    (resource: Shape) => {
      unassociated(resource);
      resource.aws_subnet.b.vpc_id = "vpc-1";
    },
  ];
  for (const change of open) expect(addresses(change)).toEqual([]);
});

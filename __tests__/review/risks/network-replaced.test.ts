import { networkReplaced } from "../../../lab/review/risks/network-replaced";
import { linesOf, patch, risksOf } from "../support/hazards";

it("tells of the subnet that a load balancer and servers stand in [G35]", () => {
  const [hazard, ...others] = risksOf(
    networkReplaced,
    patch({ aws_subnet: { a: { cidr_block: "10.0.9.0/24" } } }),
  );
  expect(others).toEqual([]);
  expect(`${hazard?.level} ${hazard?.message}`).toBe(
    "drops-traffic replaces the subnet that shop and web stand in or need, forced by cidr_block",
  );
  expect(hazard?.course[0]).toBe(
    "Terraform destroys first what is in the subnet, and then tries to destroy the subnet itself",
  );
});

it("tells the VPC alone, not what follows from it", () => {
  const lines = linesOf(networkReplaced, patch({ aws_vpc: { main: { cidr_block: "10.8.0.0/16" } } }));
  expect(lines.map((line) => line.split(": ")[0])).toEqual(["drops-traffic aws_vpc.main"]);
});

it("takes a NAT gateway for less: requests do not come in by it", () => {
  const nat = {
    aws_nat_gateway: { main: { subnet_id: "${aws_subnet.b.id}", allocation_id: "eipalloc-1" } },
    aws_route: {
      nat: {
        route_table_id: "${aws_route_table.public.id}",
        destination_cidr_block: "8.8.8.0/24",
        nat_gateway_id: "${aws_nat_gateway.main.id}",
      },
    },
  };
  const [hazard] = risksOf(
    networkReplaced,
    patch({ aws_nat_gateway: { main: { allocation_id: "eipalloc-2" } } }),
    patch(nat),
  );
  expect(`${hazard?.level} ${hazard?.address}`).toBe("needs-care aws_nat_gateway.main");
});

it("tells of an internet gateway that goes while there is no other", () => {
  const gone = patch({ aws_internet_gateway: { main: null }, aws_route: { out: null } });
  expect(risksOf(networkReplaced, gone).map(({ message }) => message)).toEqual([
    "destroys the internet gateway that shop, api and web need, and there is no other",
  ]);
});

it("is silent on networks in which nothing stands, on tags, and where all goes", () => {
  const spare = patch({ aws_subnet: { spare: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.7.0/24" } } });
  expect(
    risksOf(networkReplaced, patch({ aws_subnet: { spare: { cidr_block: "10.0.8.0/24" } } }), spare),
  ).toEqual([]);
  expect(risksOf(networkReplaced, patch({ aws_vpc: { main: { tags: { Name: "main" } } } }))).toEqual([]);
  const nothing = (_: unknown, whole: { resource: object }) => {
    whole.resource = {};
  };
  expect(risksOf(networkReplaced, nothing)).toEqual([]);
});

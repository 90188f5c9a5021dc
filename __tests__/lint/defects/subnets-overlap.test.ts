import { subnetsOverlap } from "../../../lab/lint/defects/subnets-overlap";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const set = (change: object) => (resource: Shape) => {
  Object.assign(resource.aws_subnet.b, change);
};

it.each(["10.0.0.0/24", "10.0.0.128/25", "10.0.0.0/20"])("refuses %s beside 10.0.0.0/24", (cidr_block) => {
  const [finding, ...others] = findIn(subnetsOverlap, set({ cidr_block }));
  expect(others).toEqual([]);
  expect(finding?.message).toMatch(/aws_subnet\.a.* and .*aws_subnet\.b/);
});

it("sees one that reaches over several others", () => {
  const wide = (resource: Shape) => {
    resource.aws_subnet.c = { ...resource.aws_subnet.a, cidr_block: "10.0.0.0/22" };
  };
  expect(findIn(subnetsOverlap, wide).map(({ address }) => address)).toHaveLength(2);
});

it.each([
  { cidr_block: "10.0.1.0/24" },
  { cidr_block: "${var.cidr}" },
  { cidr_block: "10.0.0.0/24", vpc_id: "${aws_vpc.other.id}" },
  { cidr_block: "10.0.0.0/24", vpc_id: "${var.vpc}" },
  { cidr_block: "10.0.0.0/24", count: "${var.count}" },
])("is silent with %j", (change) => {
  const withVpc = (resource: Shape) => {
    resource.aws_vpc.other = { cidr_block: "10.0.0.0/16" };
    set(change)(resource);
  };
  expect(findIn(subnetsOverlap, withVpc)).toEqual([]);
});

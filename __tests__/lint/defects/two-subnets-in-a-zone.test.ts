import { twoSubnetsInAZone } from "../../../lab/lint/defects/two-subnets-in-a-zone";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withThird =
  (availability_zone: string | null, asMapping = false) =>
  (resource: Shape) => {
    resource.aws_subnet.c = { ...resource.aws_subnet.a, cidr_block: "10.0.2.0/24", availability_zone };
    const subnets = ["a", "b", "c"].map((name) => `\${aws_subnet.${name}.id}`);
    const lb = resource.aws_lb.shop;
    if (asMapping) lb.subnet_mapping = subnets.map((subnet_id) => ({ subnet_id }));
    lb.subnets = asMapping ? null : subnets;
  };

it.each([false, true])(
  "refuses two subnets of a zone beside another one, mapped: %s [N3, TF6]",
  (asMapping) => {
    const [finding, ...others] = findIn(twoSubnetsInAZone, withThird("eu-west-1a", asMapping));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('got aws_subnet.a and aws_subnet.c of "eu-west-1a"');
  },
);

it("refuses them beside one whose zone nobody knows", () => {
  const open = (resource: Shape) => {
    withThird("eu-west-1a")(resource);
    resource.aws_subnet.b.availability_zone = "${var.zone}";
  };
  expect(findIn(twoSubnetsInAZone, open)).toHaveLength(1);
});

it("is silent about three zones, and about zones that are not known", () => {
  expect(findIn(twoSubnetsInAZone, withThird("eu-west-1c"))).toEqual([]);
  expect(findIn(twoSubnetsInAZone, withThird("${var.zone}"))).toEqual([]);
  expect(findIn(twoSubnetsInAZone, withThird(null))).toEqual([]);
});

it("leaves it to too-few-zones where all are of one zone, and a subnet named twice is one", () => {
  const one = (resource: Shape) => {
    resource.aws_subnet.b.availability_zone = "eu-west-1a";
  };
  expect(findIn(twoSubnetsInAZone, one)).toEqual([]);
  const twice = (resource: Shape) => {
    resource.aws_lb.shop.subnets.push("${aws_subnet.a.id}");
  };
  expect(findIn(twoSubnetsInAZone, twice)).toEqual([]);
});

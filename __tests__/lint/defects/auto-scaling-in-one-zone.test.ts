import { autoScalingInOneZone } from "../../../lab/lint/defects/auto-scaling-in-one-zone";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const inSubnets = (...names: readonly string[]) =>
  scalingWith({ vpc_zone_identifier: names.map((name) => `\${aws_subnet.${name}.id}`) });

it("warns of a group in one zone, and of zones that are named [AutoScaling.2]", () => {
  expect(
    findIn(autoScalingInOneZone, inSubnets("a")).map(({ severity, message }) => `${severity}: ${message}`),
  ).toEqual(['warning: instances must be in two zones at least, got "eu-west-1a" only']);
  const named = scalingWith({ vpc_zone_identifier: null, availability_zones: ["eu-west-1b"] });
  expect(findIn(autoScalingInOneZone, named)).toHaveLength(1);
});

it("warns of two subnets of one zone", () => {
  const same = (resource: Shape) => {
    inSubnets("a", "b")(resource);
    resource.aws_subnet.b.availability_zone = "eu-west-1a";
  };
  expect(findIn(autoScalingInOneZone, same)).toHaveLength(1);
});

it("is silent about two zones, and where one of them is not known", () => {
  expect(findIn(autoScalingInOneZone, inSubnets("a", "b"))).toEqual([]);
  expect(
    findIn(
      autoScalingInOneZone,
      scalingWith({ vpc_zone_identifier: ["${aws_subnet.a.id}", "${var.subnet}"] }),
    ),
  ).toEqual([]);
  expect(findIn(autoScalingInOneZone, scalingWith({ vpc_zone_identifier: "${var.subnets}" }))).toEqual([]);
});

it("is silent about a group that serves no load balancer", () => {
  const apart = scalingWith({ vpc_zone_identifier: ["${aws_subnet.a.id}"], target_group_arns: [] });
  expect(findIn(autoScalingInOneZone, apart)).toEqual([]);
});

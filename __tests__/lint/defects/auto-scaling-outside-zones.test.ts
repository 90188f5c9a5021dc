import { autoScalingOutsideZones } from "../../../lab/lint/defects/auto-scaling-outside-zones";
import { findIn, linesIn } from "../support/find";
import { scalingWith, subnetElsewhere } from "../support/scaling";
import type { Shape } from "../support/shop";

const across =
  (...subnets: readonly string[]) =>
  (resource: Shape) => {
    subnetElsewhere(resource);
    const vpc_zone_identifier = subnets.map((name) => `\${aws_subnet.${name}.id}`);
    scalingWith({ vpc_zone_identifier })(resource);
  };

it("refuses a group that launches in a zone that the load balancer is not in [U15]", () => {
  expect(linesIn(autoScalingOutsideZones, across("a", "c"))).toEqual([
    "aws_autoscaling_group.web: instances must be in zones of the load balancer, eu-west-1a or eu-west-1b, got " +
      '"eu-west-1c"; remove the subnets of other zones, or add one of each zone to subnets of the load balancer',
  ]);
});

it("knows a group that names zones instead, and is attached", () => {
  const attached = (resource: Shape) => {
    scalingWith({ vpc_zone_identifier: null, availability_zones: ["eu-west-1c"], target_group_arns: null })(
      resource,
    );
    resource.aws_autoscaling_attachment = {
      web: {
        autoscaling_group_name: "${aws_autoscaling_group.web.name}",
        lb_target_group_arn: "${aws_lb_target_group.web.arn}",
      },
    };
  };
  expect(findIn(autoScalingOutsideZones, attached).map(({ address }) => address)).toEqual([
    "aws_autoscaling_group.web",
  ]);
});

it.each([[["a"]], [["a", "b"]]])("is silent about the subnets %j", (subnets) => {
  expect(findIn(autoScalingOutsideZones, across(...subnets))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(autoScalingOutsideZones, scalingWith({ vpc_zone_identifier: ["${var.subnet}"] }))).toEqual(
    [],
  );
  const open = (resource: Shape) => {
    across("c")(resource);
    resource.aws_lb.shop.subnets = "${var.subnets}";
  };
  expect(findIn(autoScalingOutsideZones, open)).toEqual([]);
});

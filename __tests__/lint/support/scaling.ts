import { merge } from "./pages";
import type { Shape } from "./shop";

/** An auto scaling group takes the place of the instance behind the target group `web` of the shop. */
export const scalingWith =
  (settings: Shape = {}) =>
  (resource: Shape) => {
    const { ami, instance_type, vpc_security_group_ids } = resource.aws_instance.web;
    delete resource.aws_instance.web;
    delete resource.aws_lb_target_group_attachment.web;
    resource.aws_launch_template = { web: { image_id: ami, instance_type, vpc_security_group_ids } };
    const group = {
      min_size: 1,
      max_size: 2,
      vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
      target_group_arns: ["${aws_lb_target_group.web.arn}"],
      health_check_type: "ELB",
      launch_template: { id: "${aws_launch_template.web.id}", version: "$Latest" },
    };
    resource.aws_autoscaling_group = { web: merge(group, settings) };
  };

/** A third subnet, in a zone that the load balancer of the shop is not in. */
export const subnetElsewhere = (resource: Shape) => {
  resource.aws_subnet.c = {
    vpc_id: "${aws_vpc.main.id}",
    cidr_block: "10.0.2.0/24",
    availability_zone: "eu-west-1c",
  };
};

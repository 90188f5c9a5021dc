import { serverData } from "../../lint/support/embedded-server";
import type { Shape } from "../../lint/support/shop";
import { patch } from "./hazards";

export const image = "ami-0fedcba9876543210";

/** A second server beside that of the group `web`, in the other zone. */
export const second = patch({
  aws_instance: {
    second: {
      ami: "ami-0123456789abcdef0",
      instance_type: "t3.micro",
      subnet_id: "${aws_subnet.b.id}",
      vpc_security_group_ids: ["${aws_security_group.web.id}"],
    },
  },
  aws_lb_target_group_attachment: {
    second: {
      target_group_arn: "${aws_lb_target_group.web.arn}",
      target_id: "${aws_instance.second.id}",
      port: 3000,
    },
  },
});

/** An auto scaling group of three takes the place of the server of `web`. */
export const scaling = (settings: Shape = {}, version: Shape = "${aws_launch_template.web.latest_version}") =>
  patch({
    aws_instance: { web: null },
    aws_lb_target_group_attachment: { web: null },
    aws_launch_template: {
      web: {
        name: "web",
        image_id: "ami-0123456789abcdef0",
        instance_type: "t3.micro",
        user_data: serverData(),
      },
    },
    aws_autoscaling_group: {
      web: {
        name: "web",
        min_size: 2,
        max_size: 4,
        desired_capacity: 3,
        vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
        target_group_arns: ["${aws_lb_target_group.web.arn}"],
        launch_template: { id: "${aws_launch_template.web.id}", version },
        ...settings,
      },
    },
  });

export const refresh = (percentage: number) => ({
  instance_refresh: { strategy: "Rolling", preferences: { min_healthy_percentage: percentage } },
});

export const web = (type: string, settings: Shape) => patch({ [type]: { web: settings } });

/** The default action sends everything to another group, and keeps `web` at weight 0. */
export const waiting = patch({
  aws_lb_target_group: {
    green: { name: "green", port: 3000, protocol: "HTTP", vpc_id: "${aws_vpc.main.id}" },
  },
  aws_lb_listener: {
    http: {
      default_action: [
        {
          type: "forward",
          forward: {
            target_group: [
              { arn: "${aws_lb_target_group.web.arn}", weight: 0 },
              { arn: "${aws_lb_target_group.green.arn}", weight: 1 },
            ],
          },
        },
      ],
    },
  },
});

/** Both changes. */
export const both =
  (...changes: readonly ReturnType<typeof patch>[]): ReturnType<typeof patch> =>
  (resource, whole) => {
    for (const change of changes) change(resource, whole);
  };

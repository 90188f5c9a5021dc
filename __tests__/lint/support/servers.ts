import type { Shape } from "./shop";

/** Changes the server `web` of the shop. */
export const webWith = (settings: Shape): Shape => ({ aws_instance: { web: settings } });

/** Starts the server `web` of the shop from a launch template, and with what it says itself. */
export const templateWith = (template: Shape, own: Shape = {}): Shape => ({
  aws_launch_template: { web: { image_id: "ami-0123456789abcdef0", ...template } },
  aws_instance: { web: { launch_template: { id: "${aws_launch_template.web.id}", version: "1" }, ...own } },
});

/** An auto scaling group whose servers no template of the input starts. */
export const scalingWith = (settings: Shape, beside: Shape = {}): Shape => ({
  aws_autoscaling_group: {
    web: {
      min_size: 1,
      max_size: 2,
      vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
      launch_template: { id: "lt-0123456789abcdef0", version: "1" },
      ...settings,
    },
  },
  ...beside,
});

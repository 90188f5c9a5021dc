import { renderUserData } from "../../../userdata";
import type { Shape } from "./shop";

/** The embedded server as the shop needs it. */
const settings = {
  serverName: "web",
  port: 3000,
  healthPath: "/health",
  basePath: "/",
  keepAliveSeconds: 65,
  drainSeconds: 10,
};

export type ServerChange = Partial<Parameters<typeof renderUserData>[0]>;

/** User data of the embedded server, for `user_data_base64` or a launch template. */
export function serverData(change: ServerChange = {}): string {
  return renderUserData({ ...settings, ...change });
}

/** A change to the shop: `aws_instance.web` runs the embedded server. */
export function withServer(change: ServerChange = {}, alter: (resource: Shape) => void = () => {}) {
  return (resource: Shape) => {
    resource.aws_instance.web.user_data_base64 = serverData(change);
    alter(resource);
  };
}

/** A change to the shop: `aws_instance.web` starts with this document. */
export function withDocument(text: string) {
  return (resource: Shape) => {
    resource.aws_instance.web.user_data = text;
  };
}

/** A change to the shop: a scaling group with a launch template takes the place of `aws_instance.web`. */
export function withScalingGroup(userData: string) {
  return (resource: Shape) => {
    const { ami, instance_type, vpc_security_group_ids } = resource.aws_instance.web;
    resource.aws_launch_template = {
      web: { image_id: ami, instance_type, vpc_security_group_ids, user_data: userData },
    };
    resource.aws_autoscaling_group = {
      web: {
        min_size: 1,
        max_size: 2,
        vpc_zone_identifier: ["${aws_subnet.a.id}", "${aws_subnet.b.id}"],
        target_group_arns: ["${aws_lb_target_group.web.arn}"],
        launch_template: { id: "${aws_launch_template.web.id}", version: "$Latest" },
      },
    };
    delete resource.aws_instance.web;
    delete resource.aws_lb_target_group_attachment.web;
  };
}

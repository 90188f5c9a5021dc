import type { Shape } from "../../lint/support/shop";
import { patch } from "./hazards";

const group = { target_group_arn: "${aws_lb_target_group.web.arn}", container_name: "web" };

/** A container service of two tasks takes the place of the server of `web`, with a security group of its own. */
export const tasks = (settings: Shape = {}) =>
  patch({
    aws_instance: { web: null },
    aws_lb_target_group_attachment: { web: null },
    aws_lb_target_group: { web: { target_type: "ip" } },
    aws_security_group: {
      tasks: { name: "tasks", description: "tasks", vpc_id: "${aws_vpc.main.id}" },
    },
    aws_vpc_security_group_ingress_rule: {
      tasks: {
        security_group_id: "${aws_security_group.tasks.id}",
        referenced_security_group_id: "${aws_security_group.alb.id}",
        ip_protocol: "tcp",
        from_port: 3000,
        to_port: 3000,
      },
    },
    aws_vpc_security_group_egress_rule: {
      tasks: {
        security_group_id: "${aws_security_group.alb.id}",
        referenced_security_group_id: "${aws_security_group.tasks.id}",
        ip_protocol: "tcp",
        from_port: 3000,
        to_port: 3000,
      },
    },
    aws_ecs_service: {
      web: {
        name: "web",
        desired_count: 2,
        launch_type: "FARGATE",
        deployment_minimum_healthy_percent: 100,
        load_balancer: [{ ...group, container_port: 3000 }],
        network_configuration: {
          subnets: ["${aws_subnet.a.id}"],
          security_groups: ["${aws_security_group.tasks.id}"],
        },
        ...settings,
      },
    },
  });

/** The tasks are registered at another port. */
export const atPort = (port: number) => ({ load_balancer: [{ ...group, container_port: port }] });

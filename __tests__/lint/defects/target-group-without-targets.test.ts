import { targetGroupWithoutTargets } from "../../../lab/lint/defects/target-group-without-targets";
import { findIn, linesIn } from "../support/find";
import { functionGroupWith } from "../support/group";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const without = (name: string) => (resource: Shape) => {
  delete resource.aws_lb_target_group_attachment[name];
};

it("warns of a group in which nothing is registered [U17, E503]", () => {
  expect(linesIn(targetGroupWithoutTargets, without("api"))).toEqual([
    "aws_lb_target_group.api: a target group must have a target, got none that is registered here; attach an instance " +
      "or a function, or name the group in target_group_arns of an auto scaling group",
  ]);
});

it("warns of a function that is never attached", () => {
  const change = (resource: Shape) => {
    functionGroupWith({})(resource);
    without("web")(resource);
  };
  expect(findIn(targetGroupWithoutTargets, change)).toHaveLength(1);
});

it.each<[string, (resource: Shape) => void]>([
  ["an auto scaling group names it", scalingWith()],
  [
    "an auto scaling group is attached",
    (resource) => {
      scalingWith({ target_group_arns: null })(resource);
      resource.aws_autoscaling_attachment = {
        web: {
          autoscaling_group_name: "${aws_autoscaling_group.web.name}",
          lb_target_group_arn: "${aws_lb_target_group.web.arn}",
        },
      };
    },
  ],
  [
    "a container service names it",
    (resource) => {
      without("web")(resource);
      resource.aws_ecs_service = {
        web: {
          name: "web",
          load_balancer: [
            { target_group_arn: "${aws_lb_target_group.web.arn}", container_name: "web", container_port: 80 },
          ],
        },
      };
    },
  ],
  [
    "it may be there as often as nobody knows",
    (resource) => {
      resource.aws_lb_target_group_attachment.web.count = "${var.servers}";
    },
  ],
  [
    "somebody registers in a group that nobody knows",
    (resource) => {
      resource.aws_lb_target_group_attachment.web.target_group_arn = "${var.group}";
    },
  ],
  [
    "it holds addresses, which containers bring along",
    (resource) => {
      without("web")(resource);
      resource.aws_lb_target_group.web.target_type = "ip";
    },
  ],
  [
    "a fleet may register",
    (resource) => {
      without("web")(resource);
      resource.aws_spot_fleet_request = { web: { target_group_arns: ["${aws_lb_target_group.web.arn}"] } };
    },
  ],
  [
    "a cluster may register",
    (resource) => {
      without("web")(resource);
      resource.kubernetes_manifest = { binding: { manifest: {} } };
    },
  ],
  [
    "nothing is registered here at all",
    (resource) => {
      resource.aws_lb_target_group_attachment = {};
      resource.aws_instance = {};
    },
  ],
  [
    "nobody uses it",
    (resource) => {
      without("api")(resource);
      delete resource.aws_lb_listener_rule;
    },
  ],
])("is silent where %s", (_, change) => {
  expect(findIn(targetGroupWithoutTargets, change)).toEqual([]);
});

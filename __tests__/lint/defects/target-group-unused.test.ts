import { targetGroupUnused } from "../../../lab/lint/defects/target-group-unused";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const spare =
  (settings: Shape = {}) =>
  (resource: Shape) => {
    resource.aws_lb_target_group.spare = { ...resource.aws_lb_target_group.web, name: "spare", ...settings };
  };

it("warns of a group that nothing forwards to [U14, H30]", () => {
  expect(linesIn(targetGroupUnused, spare())).toEqual([
    "aws_lb_target_group.spare: a target group must be in the default action of a listener or in a rule, got none " +
      "that forwards to it; add a rule or a default action that forwards to it, or remove the group",
  ]);
});

it("warns of it when its rule is gone", () => {
  const change = (resource: Shape) => {
    delete resource.aws_lb_listener_rule;
  };
  expect(findIn(targetGroupUnused, change).map(({ address }) => address)).toEqual([
    "aws_lb_target_group.api",
  ]);
});

it("is silent about a group with weight 0 in a forward of several", () => {
  const weighted = (resource: Shape) => {
    spare()(resource);
    const target = (name: string, weight: number) => ({ arn: `\${aws_lb_target_group.${name}.arn}`, weight });
    resource.aws_lb_listener.http.default_action = [
      { type: "forward", forward: [{ target_group: [target("web", 1), target("spare", 0)] }] },
    ];
  };
  expect(findIn(targetGroupUnused, weighted)).toEqual([]);
});

it.each<[string, (resource: Shape) => void]>([
  [
    "an action is not known",
    (resource) => {
      resource.aws_lb_listener_rule.api.action[0].target_group_arn = "${var.group}";
      resource.aws_lb_listener_rule.more = { ...resource.aws_lb_listener_rule.api, priority: 11 };
    },
  ],
  [
    "a deployment switches groups by itself",
    (resource) => {
      resource.aws_codedeploy_deployment_group = { web: { app_name: "web" } };
    },
  ],
  [
    "a service is moved by somebody else",
    (resource) => {
      resource.aws_ecs_service = { web: { name: "web", deployment_controller: { type: "EXTERNAL" } } };
    },
  ],
  [
    "there is no load balancer here",
    (resource) => {
      resource.aws_lb = {};
      resource.aws_lb_listener = {};
      resource.aws_lb_listener_rule = {};
    },
  ],
])("is silent where %s", (_, change) => {
  const both = (resource: Shape) => {
    spare()(resource);
    change(resource);
  };
  expect(findIn(targetGroupUnused, both)).toEqual([]);
});

it("is silent where a module may use it, and about a group for a network load balancer", () => {
  const withModule = (resource: Shape, whole: Shape) => {
    spare()(resource);
    whole.module = { rules: { source: "./rules", group: "${aws_lb_target_group.spare.arn}" } };
  };
  expect(findIn(targetGroupUnused, withModule)).toEqual([]);
  expect(findIn(targetGroupUnused, spare({ protocol: "TCP" }))).toEqual([]);
});

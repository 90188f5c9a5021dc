import { targetGroupUnreachable } from "../../../lab/lint/defects/target-group-unreachable";
import { findIn, linesIn } from "../support/find";
import { addRule, path, to } from "../support/routes";
import type { Shape } from "../support/shop";

/** A rule in front of the one that forwards to the group `api`. */
const first =
  (...paths: readonly string[]) =>
  (resource: Shape) =>
    addRule(resource, "first", { priority: 1, when: [path(...paths)] });

const weighted = (web: number | string, api: number | string) => [
  {
    type: "forward",
    forward: {
      target_group: [
        { arn: "${aws_lb_target_group.web.arn}", weight: web },
        { arn: "${aws_lb_target_group.api.arn}", weight: api },
      ],
    },
  },
];

it("tells a group that only a rule forwards to that never matches [B30, R4]", () => {
  expect(linesIn(targetGroupUnreachable, first("/api*"))).toEqual([
    "aws_lb_target_group.api: some request must reach a target group, got only aws_lb_listener_rule.api, where earlier rules take all; change the priorities or narrow the earlier rules, or remove the group",
  ]);
  expect(findIn(targetGroupUnreachable, first("/api*"))).toMatchObject([{ severity: "error" }]);
});

it("only warns of the group of a default action, which a listener has to have [R3]", () => {
  const all = (resource: Shape) =>
    addRule(resource, "all", { priority: 20, when: [path("/*")], action: to("api") });
  expect(findIn(targetGroupUnreachable, all)).toMatchObject([
    { address: "aws_lb_target_group.web", severity: "warning" },
  ]);
});

it("warns where the group has weight 0 in what remains [R46]", () => {
  const standby = (weight: number | string) => (resource: Shape) => {
    first("/api*")(resource);
    addRule(resource, "both", { priority: 30, when: [path("/both")], action: weighted(100, weight) });
  };
  expect(findIn(targetGroupUnreachable, standby(0))).toMatchObject([
    { address: "aws_lb_target_group.api", severity: "warning" },
  ]);
  expect(findIn(targetGroupUnreachable, standby(1))).toEqual([]);
  expect(findIn(targetGroupUnreachable, standby("${var.weight}"))).toEqual([]);
});

it("takes weight 0 beside another weight for a group that stands by", () => {
  const standby = (resource: Shape) =>
    addRule(resource, "api", { priority: 10, when: [path("/api")], action: weighted(100, 0) });
  expect(findIn(targetGroupUnreachable, standby)).toEqual([]);
});

it("is silent about a group that something else forwards to, or that nothing does", () => {
  const used = (resource: Shape) => {
    first("/api*")(resource);
    addRule(resource, "other", { priority: 30, when: [path("/other")], action: to("api") });
  };
  expect(findIn(targetGroupUnreachable, used)).toEqual([]);
  const unused = (resource: Shape) => {
    delete resource.aws_lb_listener_rule.api;
  };
  expect(findIn(targetGroupUnreachable, unused)).toEqual([]);
});

it("concludes nothing from what is not known", () => {
  const with_ = (rule: object) => (resource: Shape) => {
    first("/api*")(resource);
    Object.assign(resource.aws_lb_listener_rule.first, rule);
  };
  expect(findIn(targetGroupUnreachable, with_({}))).toHaveLength(1);
  expect(findIn(targetGroupUnreachable, with_({ priority: "${var.priority}" }))).toEqual([]);
  expect(findIn(targetGroupUnreachable, with_({ condition: [path("${var.path}")] }))).toEqual([]);
  expect(findIn(targetGroupUnreachable, with_({ count: "${var.count}" }))).toEqual([]);
  const unknownAction = (resource: Shape) => {
    first("/api*")(resource);
    const action = [{ type: "forward", target_group_arn: "${var.group}" }];
    addRule(resource, "other", { priority: 30, when: [path("/other")], action });
  };
  expect(findIn(targetGroupUnreachable, unknownAction)).toEqual([]);
});

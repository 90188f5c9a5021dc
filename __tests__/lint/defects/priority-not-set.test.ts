import { priorityNotSet } from "../../../lab/lint/defects/priority-not-set";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withSecond = (change: object) => (resource: Shape) => {
  resource.aws_lb_listener_rule.second = { ...resource.aws_lb_listener_rule.api, ...change };
};

it("warns of a rule whose place beside another one is left to chance [TF60]", () => {
  expect(findIn(priorityNotSet, withSecond({ priority: null }))[0]?.severity).toBe("warning");
  expect(linesIn(priorityNotSet, withSecond({ priority: null }))).toEqual([
    "aws_lb_listener_rule.second: priority must be set where a listener has several rules, got none on one of 2; " +
      "set priority; without it each rule is put after those that exist when it is created",
  ]);
});

it("warns of each of several", () => {
  const neither = (resource: Shape) => {
    delete resource.aws_lb_listener_rule.api.priority;
    withSecond({})(resource);
  };
  expect(findIn(priorityNotSet, neither)).toHaveLength(2);
});

it("is silent about the only rule of a listener: nothing can come before it", () => {
  const only = (resource: Shape) => {
    delete resource.aws_lb_listener_rule.api.priority;
  };
  expect(findIn(priorityNotSet, only)).toEqual([]);
  const another = (resource: Shape) => {
    resource.aws_lb_listener.second = { ...resource.aws_lb_listener.http, port: 81 };
    withSecond({ priority: null, listener_arn: "${aws_lb_listener.second.arn}" })(resource);
  };
  expect(findIn(priorityNotSet, another)).toEqual([]);
});

it("is silent where the priority is set, or is but not known yet", () => {
  expect(findIn(priorityNotSet, withSecond({ priority: 20 }))).toEqual([]);
  expect(findIn(priorityNotSet, withSecond({ priority: "${var.priority}" }))).toEqual([]);
});

it("does not count rules that may not be there, nor rules of a listener that nobody knows", () => {
  expect(findIn(priorityNotSet, withSecond({ priority: null, count: "${var.count}" }))).toEqual([]);
  const unknown = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener}";
    withSecond({ priority: null })(resource);
  };
  expect(findIn(priorityNotSet, unknown)).toEqual([]);
});

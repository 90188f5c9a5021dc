import { priorityTaken } from "../../../lab/lint/defects/priority-taken";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withSecond = (change: object) => (resource: Shape) => {
  resource.aws_lb_listener_rule.second = { ...resource.aws_lb_listener_rule.api, ...change };
};

it("refuses a second rule with the priority of another one, and names both [R5, B23]", () => {
  const [finding, ...others] = findIn(priorityTaken, withSecond({}));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    address: "aws_lb_listener_rule.second",
    severity: "error",
    message:
      "each rule of a listener must have its own priority, got 10 for aws_lb_listener_rule.api and aws_lb_listener_rule.second",
  });
});

it("says it of each further one", () => {
  const three = (resource: Shape) => {
    withSecond({})(resource);
    resource.aws_lb_listener_rule.third = { ...resource.aws_lb_listener_rule.api };
  };
  expect(findIn(priorityTaken, three).map(({ address }) => address)).toEqual([
    "aws_lb_listener_rule.second",
    "aws_lb_listener_rule.third",
  ]);
});

it("sees a priority written as a text, and a rule under its other name", () => {
  expect(findIn(priorityTaken, withSecond({ priority: "10" }))).toHaveLength(1);
  const alias = (resource: Shape) => {
    resource.aws_alb_listener_rule = { old: { ...resource.aws_lb_listener_rule.api } };
  };
  expect(findIn(priorityTaken, alias)).toHaveLength(1);
});

it("sees the instances of one resource that share a priority", () => {
  const each = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.for_each = { a: "/a", b: "/b" };
  };
  expect(findIn(priorityTaken, each)).toMatchObject([{ address: 'aws_lb_listener_rule.api["b"]' }]);
});

it("sees that two rules name one listener by the same ARN, whoever declares it", () => {
  const arn =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shared/0123456789abcdef/0123456789abcdef";
  const shared = (other: string) => (resource: Shape) => {
    resource.aws_lb_listener_rule.api.listener_arn = arn;
    withSecond({ listener_arn: other })(resource);
  };
  expect(findIn(priorityTaken, shared(arn))).toHaveLength(1);
  expect(findIn(priorityTaken, shared(`${arn.slice(0, -1)}0`))).toEqual([]);
  expect(findIn(priorityTaken, shared(arn.replace("/app/", "/net/")))).toEqual([]);
  const lookedUp = (resource: Shape, whole: Shape) => {
    whole.data = { aws_lb_listener: { shared: { arn } } };
    shared("${data.aws_lb_listener.shared.arn}")(resource);
  };
  expect(findIn(priorityTaken, lookedUp)).toHaveLength(1);
});

it("sees that a data source finds the listener that is declared", () => {
  const lookedUp = (port: number) => (resource: Shape, whole: Shape) => {
    whole.data = { aws_lb_listener: { http: { load_balancer_arn: "${aws_lb.shop.arn}", port } } };
    withSecond({ listener_arn: "${data.aws_lb_listener.http.arn}" })(resource);
  };
  expect(findIn(priorityTaken, lookedUp(80))).toHaveLength(1);
  expect(findIn(priorityTaken, lookedUp(81))).toEqual([]);
});

it("is silent about another priority, and about another listener", () => {
  expect(findIn(priorityTaken, withSecond({ priority: 11 }))).toEqual([]);
  const elsewhere = (resource: Shape) => {
    resource.aws_lb_listener.second = { ...resource.aws_lb_listener.http, port: 81 };
    withSecond({ listener_arn: "${aws_lb_listener.second.arn}" })(resource);
  };
  expect(findIn(priorityTaken, elsewhere)).toEqual([]);
});

it("does not judge what nobody knows, nor a rule that may not be there, nor one that is looked up", () => {
  expect(findIn(priorityTaken, withSecond({ priority: "${var.priority}" }))).toEqual([]);
  expect(findIn(priorityTaken, withSecond({ listener_arn: "${var.listener}" }))).toEqual([]);
  expect(findIn(priorityTaken, withSecond({ count: "${var.count}" }))).toEqual([]);
  const both = (resource: Shape) => {
    resource.aws_lb_listener_rule.api.listener_arn = "${var.listener}";
    withSecond({})(resource);
  };
  expect(findIn(priorityTaken, both)).toEqual([]);
  const data = (resource: Shape, whole: Shape) => {
    whole.data = { aws_lb_listener_rule: { api: { ...resource.aws_lb_listener_rule.api } } };
  };
  expect(findIn(priorityTaken, data)).toEqual([]);
});

import { listenerRemoved } from "../../../lab/review/risks/listener-removed";
import type { Shape } from "../../lint/support/shop";
import { linesOf, risksOf } from "../support/hazards";

const remove = (resource: Shape, whole: Shape) => {
  delete resource.aws_lb_listener;
  delete resource.aws_lb_listener_rule;
  return whole;
};

it("says what no longer listens [R1]", () => {
  expect(linesOf(listenerRemoved, remove)).toEqual([
    "drops-traffic aws_lb_listener.http: takes the listener HTTP 80 of shop away, and no other takes its port; " +
      "keep a listener at the port that redirects to another one, until the access log shows that nobody comes to HTTP 80 of shop",
  ]);
});

it("tells that rules go first", () => {
  expect(risksOf(listenerRemoved, remove)[0]?.course).toEqual([
    "Terraform destroys its rules first: until it is gone, its default action answers what they answered",
    "Terraform destroys the listener: new connections to its port fail",
    "groups that only this listener sent requests to get none",
  ]);
});

it("is silent where another listener stands at the port, or may do so", () => {
  const succeeded = (port: number | string) => (resource: Shape) => {
    const { http } = resource.aws_lb_listener;
    resource.aws_lb_listener = { plain: { ...http, port, default_action: [{ type: "fixed-response" }] } };
    delete resource.aws_lb_listener_rule;
  };
  expect(risksOf(listenerRemoved, succeeded(80))).toEqual([]);
  expect(risksOf(listenerRemoved, succeeded("${random_integer.port.result}"))).toEqual([]);
  expect(risksOf(listenerRemoved, succeeded(8080))).toHaveLength(1);
});

it("is silent where Terraform lets go of it, or the load balancer goes too", () => {
  const released = (resource: Shape, whole: Shape) => {
    remove(resource, whole);
    whole.removed = ["aws_lb_listener.http", "aws_lb_listener_rule.api"].map((from) => ({
      from,
      lifecycle: { destroy: false },
    }));
  };
  expect(risksOf(listenerRemoved, released)).toEqual([]);
  const allGone = (resource: Shape, whole: Shape) => {
    remove(resource, whole);
    delete resource.aws_lb;
  };
  expect(risksOf(listenerRemoved, allGone)).toEqual([]);
});

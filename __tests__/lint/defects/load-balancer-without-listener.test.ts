import { loadBalancerWithoutListener } from "../../../lab/lint/defects/load-balancer-without-listener";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withSecond = (change: object, more: (resource: Shape, whole: Shape) => void = () => {}) =>
  findIn(loadBalancerWithoutListener, (resource, whole) => {
    resource.aws_lb.second = { ...resource.aws_lb.shop, name: "second", ...change };
    more(resource, whole);
  });

it("warns of a load balancer that nobody can reach [R1]", () => {
  expect(withSecond({})).toMatchObject([
    { address: "aws_lb.second", severity: "warning", message: expect.stringContaining("got none") },
  ]);
});

it("is silent where it has a listener, by either name of the type", () => {
  for (const type of ["aws_lb_listener", "aws_alb_listener"]) {
    const listening = (resource: Shape) => {
      const listener = { ...resource.aws_lb_listener.http, load_balancer_arn: "${aws_lb.second.arn}" };
      resource[type] = { ...resource[type], second: listener };
    };
    expect(withSecond({}, listening)).toEqual([]);
  }
});

it("is silent where a listener of nobody knows whom may be its own", () => {
  const lost = (resource: Shape) => {
    resource.aws_lb_listener.lost = { ...resource.aws_lb_listener.http, load_balancer_arn: "${var.arn}" };
  };
  expect(withSecond({}, lost)).toEqual([]);
  const module = (_: Shape, whole: Shape) => {
    whole.module = { listeners: { source: "./listeners" } };
  };
  expect(withSecond({}, module)).toEqual([]);
});

it.each([{ load_balancer_type: "network" }, { count: "${var.count}" }])("is silent with %j", (change) => {
  expect(withSecond(change)).toEqual([]);
});

import { listenerPortTaken } from "../../../lab/lint/defects/listener-port-taken";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const withSecond = (change: object) => (resource: Shape) => {
  resource.aws_lb_listener.second = { ...resource.aws_lb_listener.http, ...change };
};

it("refuses a second listener on the port of another one [R1]", () => {
  const [finding, ...others] = findIn(listenerPortTaken, withSecond({}));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.second", severity: "error" });
  expect(finding?.message).toContain("got 80 for aws_lb_listener.http and aws_lb_listener.second");
});

it("sees a port written as a text", () => {
  expect(findIn(listenerPortTaken, withSecond({ port: "80" }))).toHaveLength(1);
});

it("is silent about another port, and about another load balancer", () => {
  expect(findIn(listenerPortTaken, withSecond({ port: 81 }))).toEqual([]);
  const elsewhere = (resource: Shape) => {
    resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
    withSecond({ load_balancer_arn: "${aws_lb.other.arn}" })(resource);
  };
  expect(findIn(listenerPortTaken, elsewhere)).toEqual([]);
});

it("does not judge a port that nobody knows, nor a listener that may not be there", () => {
  expect(findIn(listenerPortTaken, withSecond({ port: "${var.port}" }))).toEqual([]);
  expect(findIn(listenerPortTaken, withSecond({ count: "${var.count}" }))).toEqual([]);
});

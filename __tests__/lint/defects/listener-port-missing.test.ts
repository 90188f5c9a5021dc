import { listenerPortMissing } from "../../../lab/lint/defects/listener-port-missing";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withPort = (port: unknown) => (resource: Shape) => {
  resource.aws_lb_listener.http.port = port;
};

it.each([undefined, null])("refuses a listener whose port is %p [TF50, R1]", (port) => {
  expect(linesIn(listenerPortMissing, withPort(port))).toEqual([
    "aws_lb_listener.http: listener port must be set, got none; " +
      "set port to 80 for HTTP, 443 for HTTPS, or another free one",
  ]);
});

it.each([80, "80", "${var.port}"])("is silent about %p, which is set", (port) => {
  expect(findIn(listenerPortMissing, withPort(port))).toEqual([]);
});

it("leaves gateway load balancers alone, whose listeners have no port", () => {
  const gateway = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "gateway";
    withPort(undefined)(resource);
    delete resource.aws_lb_listener.http.protocol;
  };
  expect(findIn(listenerPortMissing, gateway)).toEqual([]);
});

it("does not judge the listener of a load balancer of which nobody knows the type", () => {
  const stranger = (resource: Shape) => {
    resource.aws_lb_listener.http.load_balancer_arn = "${var.load_balancer_arn}";
    withPort(undefined)(resource);
    delete resource.aws_lb_listener.http.protocol;
  };
  expect(findIn(listenerPortMissing, stranger)).toEqual([]);
});

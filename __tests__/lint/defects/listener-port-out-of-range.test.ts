import { listenerPortOutOfRange } from "../../../lab/lint/defects/listener-port-out-of-range";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const withPort = (port: unknown) => (resource: Shape) => {
  resource.aws_lb_listener.http.port = port;
};

it.each([0, -1, 65536, 70000, 80.5, "0", "65536", "80.5"])("refuses port %p [R1, B1, TF50]", (port) => {
  expect(linesIn(listenerPortOutOfRange, withPort(port))).toEqual([
    `aws_lb_listener.http: listener port must be a whole number from 1 to 65535, got ${port}; ` +
      "set port to 80 for HTTP, 443 for HTTPS, or another free one",
  ]);
});

it.each([1, 65535, "443", "65535"])("takes port %p", (port) => {
  expect(findIn(listenerPortOutOfRange, withPort(port))).toEqual([]);
});

it("knows the other name of listeners", () => {
  const alias = (resource: Shape) => {
    resource.aws_alb_listener = { old: { ...resource.aws_lb_listener.http, port: 0 } };
  };
  expect(findIn(listenerPortOutOfRange, alias)).toMatchObject([{ address: "aws_alb_listener.old" }]);
});

it("judges a listener that may not be there: where it is, its port is wrong", () => {
  const perhaps = (resource: Shape) => {
    Object.assign(resource.aws_lb_listener.http, { count: "${var.count}", port: 0 });
  };
  expect(findIn(listenerPortOutOfRange, perhaps)).toHaveLength(1);
});

it.each(["${var.port}", "http", "${local.nothing}"])("does not judge %p, which is no number yet", (port) => {
  expect(findIn(listenerPortOutOfRange, withPort(port))).toEqual([]);
});

it("leaves network load balancers alone", () => {
  const network = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    Object.assign(resource.aws_lb_listener.http, { protocol: "TCP", port: 0 });
  };
  expect(findIn(listenerPortOutOfRange, network)).toEqual([]);
});

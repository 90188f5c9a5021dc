import { clientKeepAliveOutOfRange } from "../../../lab/lint/defects/client-keep-alive-out-of-range";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (client_keep_alive: unknown) => (resource: Shape) => {
  resource.aws_lb.shop.client_keep_alive = client_keep_alive;
};

it.each([60 - 1, 604800 + 1, -1, 99_999_999, "604800.5"])("refuses %s [N45, TF8]", (seconds) => {
  expect(findIn(clientKeepAliveOutOfRange, of(seconds))).toMatchObject([
    { address: "aws_lb.shop", severity: "error", message: expect.stringContaining(`got ${seconds}`) },
  ]);
});

it.each([60, 604800, "604800", undefined, "${var.seconds}"])("is silent about %s", (seconds) => {
  expect(findIn(clientKeepAliveOutOfRange, of(seconds))).toEqual([]);
});

it("leaves network load balancers alone", () => {
  const network = (resource: Shape) => {
    Object.assign(resource.aws_lb.shop, { client_keep_alive: -1, load_balancer_type: "network" });
  };
  expect(findIn(clientKeepAliveOutOfRange, network)).toEqual([]);
});

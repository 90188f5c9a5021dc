import { idleTimeoutOutOfRange } from "../../../lab/lint/defects/idle-timeout-out-of-range";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const of = (idle_timeout: unknown) => (resource: Shape) => {
  resource.aws_lb.shop.idle_timeout = idle_timeout;
};

it.each([1 - 1, 4000 + 1, -1, 99_999_999, "4000.5"])("refuses %s [N44, TF7]", (seconds) => {
  expect(findIn(idleTimeoutOutOfRange, of(seconds))).toMatchObject([
    { address: "aws_lb.shop", severity: "error", message: expect.stringContaining(`got ${seconds}`) },
  ]);
});

it.each([1, 4000, "4000", undefined, "${var.seconds}"])("is silent about %s", (seconds) => {
  expect(findIn(idleTimeoutOutOfRange, of(seconds))).toEqual([]);
});

it("leaves network load balancers alone", () => {
  const network = (resource: Shape) => {
    Object.assign(resource.aws_lb.shop, { idle_timeout: -1, load_balancer_type: "network" });
  };
  expect(findIn(idleTimeoutOutOfRange, network)).toEqual([]);
});

import { tooManyListeners } from "../../../lab/lint/defects/too-many-listeners";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

/** So many beside the one of the shop. */
const withFurther =
  (count: unknown, change: object = {}) =>
  (resource: Shape) => {
    resource.aws_lb_listener.further = {
      ...resource.aws_lb_listener.http,
      count,
      port: "${8000 + count.index}",
      ...change,
    };
  };

it("refuses the fifty-first listener [N21]", () => {
  expect(linesIn(tooManyListeners, withFurther(50))).toEqual([
    "aws_lb.shop: a load balancer must have at most 50 listeners, got 51; " +
      "make rules of some listeners, use a second load balancer, or have AWS raise the quota",
  ]);
  expect(findIn(tooManyListeners, withFurther(49))).toEqual([]);
});

it("counts both names of listeners", () => {
  const alias = (resource: Shape) => {
    withFurther(49)(resource);
    resource.aws_alb_listener = { old: { ...resource.aws_lb_listener.http, port: 81 } };
  };
  expect(findIn(tooManyListeners, alias)).toHaveLength(1);
});

it("knows the quota of the account", () => {
  expect(findIn(tooManyListeners, withFurther(50), { quotas: { listenersPerLoadBalancer: 51 } })).toEqual([]);
  expect(findIn(tooManyListeners, withFurther(1), { quotas: { listenersPerLoadBalancer: 1 } })).toHaveLength(
    1,
  );
});

it("counts each load balancer by itself", () => {
  const elsewhere = (resource: Shape) => {
    resource.aws_lb.other = { ...resource.aws_lb.shop, name: "other" };
    withFurther(50, { load_balancer_arn: "${aws_lb.other.arn}" })(resource);
  };
  expect(findIn(tooManyListeners, elsewhere)).toEqual([]);
});

it("does not count what nobody knows the number of, nor at network load balancers", () => {
  const quotas = { listenersPerLoadBalancer: 1 };
  expect(findIn(tooManyListeners, withFurther("${var.count}"), { quotas })).toEqual([]);
  const network = (resource: Shape) => {
    resource.aws_lb.shop.load_balancer_type = "network";
    withFurther(50)(resource);
  };
  expect(findIn(tooManyListeners, network)).toEqual([]);
});

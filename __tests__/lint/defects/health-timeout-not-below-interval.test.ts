import { healthTimeoutNotBelowInterval } from "../../../lab/lint/defects/health-timeout-not-below-interval";
import { findIn, linesIn } from "../support/find";
import type { Shape } from "../support/shop";

const checkWith = (settings: object) => (resource: Shape) => {
  resource.aws_lb_target_group.web.health_check = settings;
};

it("refuses a timeout that is as long as the interval [H11, B40]", () => {
  expect(linesIn(healthTimeoutNotBelowInterval, checkWith({ interval: 10, timeout: 10 }))).toEqual([
    "aws_lb_target_group.web: health_check timeout must be less than interval, got 10 and 10; " +
      "lower timeout or raise interval; a timeout that is not set is 5 seconds, 30 for functions",
  ]);
});

it("knows the timeout that is not set [B41, TF29]", () => {
  const [finding] = findIn(healthTimeoutNotBelowInterval, checkWith({ interval: 5 }));
  expect(finding?.message).toContain("got 5 and 5");
});

it("is silent where the probe is over before the next one, by a second", () => {
  expect(findIn(healthTimeoutNotBelowInterval, checkWith({ interval: 10, timeout: 9 }))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  const unknown = checkWith({ interval: "${var.interval}", timeout: 30 });
  expect(findIn(healthTimeoutNotBelowInterval, unknown)).toEqual([]);
});

import { gracePeriodTooShort } from "../../../lab/lint/defects/grace-period-too-short";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";
import type { Shape } from "../support/shop";

const patient =
  (health_check_grace_period: unknown, check: Shape = { interval: 30, healthy_threshold: 3 }) =>
  (resource: Shape) => {
    scalingWith({ health_check_grace_period })(resource);
    Object.assign(resource.aws_lb_target_group.web.health_check, check);
  };

it.each([1, 30, 89, "60"])("warns of %j seconds where health takes 90 [B45]", (grace) => {
  expect(findIn(gracePeriodTooShort, patient(grace))).toMatchObject([
    {
      severity: "warning",
      message:
        "health_check_grace_period must be at least healthy_threshold times interval, 90 seconds, and the start of " +
        `a server, got ${grace}`,
    },
  ]);
});

it("knows the 300 seconds that are not said", () => {
  const slow = { interval: 60, healthy_threshold: 10 };
  expect(findIn(gracePeriodTooShort, patient(null, slow)).map(({ message }) => message)).toEqual([
    expect.stringContaining("600 seconds, and the start of a server, got 300"),
  ]);
});

it.each([0, 90, 300, null, "${var.grace}"])("is silent about %j seconds", (grace) => {
  expect(findIn(gracePeriodTooShort, patient(grace))).toEqual([]);
});

it("is silent where the load balancer is not believed, or its settings are not known", () => {
  const ec2 = (resource: Shape) => {
    patient(30)(resource);
    resource.aws_autoscaling_group.web.health_check_type = "EC2";
  };
  expect(findIn(gracePeriodTooShort, ec2)).toEqual([]);
  expect(findIn(gracePeriodTooShort, patient(30, { interval: "${var.interval}" }))).toEqual([]);
});

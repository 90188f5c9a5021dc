import { autoScalingWithoutGracePeriod } from "../../../lab/lint/defects/auto-scaling-without-grace-period";
import { foundAt } from "../support/patched";
import { scalingWith } from "../support/servers";

const groupWith = (seconds: unknown, type = "ELB") =>
  scalingWith({ health_check_type: type, health_check_grace_period: seconds });

test.each([0, "0"])("finds a grace period of %p [AwsSolutions-AS2]", (seconds) => {
  expect(foundAt(autoScalingWithoutGracePeriod, groupWith(seconds))).toEqual(["aws_autoscaling_group.web"]);
});

test.each([1, 300, null, "${var.seconds}"])(
  "says nothing of %p, since AWS waits 300 seconds by itself",
  (seconds) => {
    expect(foundAt(autoScalingWithoutGracePeriod, groupWith(seconds))).toEqual([]);
  },
);

test.each(["EC2", "${var.type}"])("says nothing of a group that goes by %s", (type) => {
  expect(foundAt(autoScalingWithoutGracePeriod, groupWith(0, type))).toEqual([]);
});

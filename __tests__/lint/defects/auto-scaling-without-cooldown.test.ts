import { autoScalingWithoutCooldown } from "../../../lab/lint/defects/auto-scaling-without-cooldown";
import { foundAt, messagesOf } from "../support/patched";
import { scalingWith } from "../support/servers";

test.each([0, "0"])("finds a cooldown of %p [AwsSolutions-AS1]", (seconds) => {
  expect(messagesOf(autoScalingWithoutCooldown, scalingWith({ default_cooldown: seconds }))).toEqual([
    "default_cooldown must be more than 0 seconds, got 0",
  ]);
});

test.each([1, 300, null, "${var.cooldown}"])(
  "says nothing of %p, since AWS waits 300 seconds by itself",
  (seconds) => {
    expect(foundAt(autoScalingWithoutCooldown, scalingWith({ default_cooldown: seconds }))).toEqual([]);
  },
);

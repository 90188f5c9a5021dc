import { autoScalingWithoutNotifications } from "../../../lab/lint/defects/auto-scaling-without-notifications";
import { foundAt, messagesOf } from "../support/patched";
import { scalingWith } from "../support/servers";

const kinds = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"].map(
  (kind) => `autoscaling:EC2_INSTANCE_${kind}`,
);
const told = (notifications: unknown, names: unknown = ["${aws_autoscaling_group.web.name}"]) =>
  scalingWith(
    {},
    { aws_autoscaling_notification: { web: { group_names: names, notifications, topic_arn: "arn" } } },
  );

it("finds a group that tells nobody, in production only [AwsSolutions-AS3]", () => {
  expect(foundAt(autoScalingWithoutNotifications, scalingWith({}))).toEqual(["aws_autoscaling_group.web"]);
  expect(foundAt(autoScalingWithoutNotifications, scalingWith({}), { profile: "lab" })).toEqual([]);
});

it("names what is not told", () => {
  expect(messagesOf(autoScalingWithoutNotifications, told(kinds.slice(0, 3)))).toEqual([
    "an auto scaling group must tell of each launch and end, got nothing for TERMINATE_ERROR",
  ]);
});

it("finds a group whose notifications are another one's", () => {
  expect(foundAt(autoScalingWithoutNotifications, told(kinds, ["other"]))).toEqual([
    "aws_autoscaling_group.web",
  ]);
});

test.each([
  ["all of them", told(kinds)],
  ["kinds that nobody knows", told("${var.kinds}")],
  ["groups that nobody knows", told(kinds, "${var.groups}")],
])("says nothing of a group that tells %s", (_, patch) => {
  expect(foundAt(autoScalingWithoutNotifications, patch)).toEqual([]);
});

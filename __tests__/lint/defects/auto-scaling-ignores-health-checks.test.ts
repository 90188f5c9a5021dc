import { autoScalingIgnoresHealthChecks } from "../../../lab/lint/defects/auto-scaling-ignores-health-checks";
import { foundAt, messagesOf } from "../support/patched";
import { scalingWith } from "../support/servers";

const group = { target_group_arns: ["${aws_lb_target_group.web.arn}"] };

test.each([null, "EC2"])("finds a group with %p [AutoScaling.1, CKV2_AWS_15]", (type) => {
  expect(
    messagesOf(autoScalingIgnoresHealthChecks, scalingWith({ ...group, health_check_type: type })),
  ).toEqual(['health_check_type must be ELB for a group with target groups, got "EC2"']);
});

it("finds one that is attached by a resource of its own", () => {
  const attachment = {
    autoscaling_group_name: "${aws_autoscaling_group.web.name}",
    lb_target_group_arn: "${aws_lb_target_group.web.arn}",
  };
  const patch = scalingWith({}, { aws_autoscaling_attachment: { web: attachment } });
  expect(foundAt(autoScalingIgnoresHealthChecks, patch)).toEqual(["aws_autoscaling_group.web"]);
});

test.each([
  ["ELB", { ...group, health_check_type: "ELB" }],
  ["what nobody knows", { ...group, health_check_type: "${var.type}" }],
  ["EC2 and no target group", { health_check_type: "EC2" }],
])("says nothing of a group with %s", (_, settings) => {
  expect(foundAt(autoScalingIgnoresHealthChecks, scalingWith(settings))).toEqual([]);
});

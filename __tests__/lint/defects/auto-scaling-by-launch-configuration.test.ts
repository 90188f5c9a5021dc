import { autoScalingByLaunchConfiguration } from "../../../lab/lint/defects/auto-scaling-by-launch-configuration";
import { foundAt, messagesOf } from "../support/patched";
import { scalingWith } from "../support/servers";

it("finds a group of a launch configuration [CKV_AWS_315, AutoScaling.9]", () => {
  const configuration = {
    aws_launch_configuration: { web: { image_id: "ami-1", instance_type: "t3.micro" } },
  };
  const name = "${aws_launch_configuration.web.name}";
  const patch = scalingWith({ launch_template: null, launch_configuration: name }, configuration);
  expect(messagesOf(autoScalingByLaunchConfiguration, patch)).toEqual([
    "an auto scaling group must have a launch_template, got launch_configuration",
  ]);
});

test.each([
  ["a launch template", {}],
  ["a mixed group", { launch_template: null, mixed_instances_policy: { launch_template: {} } }],
  ["what nobody knows", { launch_template: null, launch_configuration: "${var.configuration}" }],
])("says nothing of a group of %s", (_, settings) => {
  expect(foundAt(autoScalingByLaunchConfiguration, scalingWith(settings))).toEqual([]);
});

import { detailedMonitoringOff } from "../../../lab/lint/defects/detailed-monitoring-off";
import { foundAt, messagesOf } from "../support/patched";
import { templateWith } from "../support/servers";

const both = (monitoring: unknown) => ({ aws_instance: { web: { monitoring }, api: { monitoring: true } } });

test.each([null, false, "false"])(
  "finds a server with %p in production [CKV_AWS_126, AwsSolutions-EC28]",
  (value) => {
    expect(messagesOf(detailedMonitoringOff, both(value))).toEqual(["monitoring must be true, got false"]);
    expect(foundAt(detailedMonitoringOff, both(value), { profile: "lab" })).toEqual([]);
  },
);

it("finds a template of a group, and not a configuration, which has it unless it says no", () => {
  const patch = {
    ...both(true),
    aws_launch_template: { one: {} },
    aws_launch_configuration: { on: {}, off: { enable_monitoring: false } },
  };
  expect(foundAt(detailedMonitoringOff, patch)).toEqual([
    "aws_launch_configuration.off",
    "aws_launch_template.one",
  ]);
});

test.each([
  ["a server that asks for it", both("true")],
  ["a server of which nobody knows", both("${var.monitoring}")],
  ["a server that leaves it to its template", templateWith({ monitoring: { enabled: true } })],
])("says nothing of %s", (_, patch) => {
  expect(foundAt(detailedMonitoringOff, patch)).not.toContain("aws_instance.web");
  expect(foundAt(detailedMonitoringOff, patch)).not.toContain("aws_launch_template.web");
});

import { terminationProtectionOff } from "../../../lab/lint/defects/termination-protection-off";
import { foundAt, messagesOf } from "../support/patched";
import { templateWith } from "../support/servers";

const both = (value: unknown) => ({
  aws_instance: { web: { disable_api_termination: value }, api: { disable_api_termination: true } },
});

test.each([null, false, "false"])("finds a server with %p in production [AwsSolutions-EC29]", (value) => {
  expect(messagesOf(terminationProtectionOff, both(value))).toEqual([
    "disable_api_termination must be true for a server of no auto scaling group, got false",
  ]);
  expect(foundAt(terminationProtectionOff, both(value), { profile: "lab" })).toEqual([]);
});

it("leaves it to a template, and the servers of a group to the group", () => {
  expect(foundAt(terminationProtectionOff, templateWith({}))).toEqual(["aws_instance.api"]);
});

test.each([true, "${var.protect}"])("says nothing of %p", (value) => {
  expect(foundAt(terminationProtectionOff, both(value))).toEqual([]);
});

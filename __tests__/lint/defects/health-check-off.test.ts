import { healthCheckOff } from "../../../lab/lint/defects/health-check-off";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  ["instance", false],
  ["ip", false],
  ["ip", "false"],
])("refuses a group of type %s with enabled = %j [H12]", (target_type, enabled) => {
  expect(
    findIn(healthCheckOff, groupWith({ target_type, health_check: { enabled } })).map(
      ({ message }) => message,
    ),
  ).toEqual([`health_check enabled must be true for a group of type ${target_type}, got false`]);
});

it("is silent about a check that is on, or says nothing, or has no block", () => {
  expect(findIn(healthCheckOff, groupWith({ health_check: { enabled: true } }))).toEqual([]);
  expect(findIn(healthCheckOff, groupWith({ health_check: null }))).toEqual([]);
});

it("is silent about a function, which may do without", () => {
  expect(findIn(healthCheckOff, functionGroupWith({ health_check: { enabled: false } }))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(healthCheckOff, groupWith({ health_check: { enabled: "${var.checked}" } }))).toEqual([]);
  expect(
    findIn(healthCheckOff, groupWith({ target_type: "${var.type}", health_check: { enabled: false } })),
  ).toEqual([]);
});

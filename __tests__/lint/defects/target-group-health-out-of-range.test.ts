import { targetGroupHealthOutOfRange } from "../../../lab/lint/defects/target-group-health-out-of-range";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

const threshold = (action: string, unit: string, value: unknown) =>
  groupWith({ target_group_health: { [action]: { [`minimum_healthy_targets_${unit}`]: value } } });

it.each([
  ["dns_failover", "count", "0", "off or a whole number from 1 to 100000, got 0"],
  ["dns_failover", "count", "none", 'off or a whole number from 1 to 100000, got "none"'],
  ["dns_failover", "percentage", "101", "off or a whole number from 1 to 100, got 101"],
  ["dns_failover", "percentage", "50%", 'off or a whole number from 1 to 100, got "50%"'],
  ["unhealthy_state_routing", "count", 0, "a whole number from 1 to 100000, got 0"],
  ["unhealthy_state_routing", "count", "off", 'a whole number from 1 to 100000, got "off"'],
  ["unhealthy_state_routing", "percentage", "0", "off or a whole number from 1 to 100, got 0"],
  ["unhealthy_state_routing", "percentage", "12.5", "off or a whole number from 1 to 100, got 12.5"],
])("refuses a %s by %s of %j [N68, N69]", (action, unit, value, rest) => {
  expect(
    findIn(targetGroupHealthOutOfRange, threshold(action, unit, value)).map(({ message }) => message),
  ).toEqual([`${action} minimum_healthy_targets_${unit} must be ${rest}`]);
});

it.each([
  ["dns_failover", "count", "off"],
  ["dns_failover", "count", "1"],
  ["dns_failover", "percentage", "1"],
  ["dns_failover", "percentage", "100"],
  ["unhealthy_state_routing", "count", 1],
  ["unhealthy_state_routing", "percentage", "off"],
])("is silent about a %s by %s of %j", (action, unit, value) => {
  expect(findIn(targetGroupHealthOutOfRange, threshold(action, unit, value))).toEqual([]);
});

it("does not judge what nobody knows yet, nor what the group of a function says", () => {
  expect(findIn(targetGroupHealthOutOfRange, threshold("dns_failover", "count", "${var.least}"))).toEqual([]);
  const settings = { target_group_health: { unhealthy_state_routing: { minimum_healthy_targets_count: 0 } } };
  expect(findIn(targetGroupHealthOutOfRange, functionGroupWith(settings))).toEqual([]);
});

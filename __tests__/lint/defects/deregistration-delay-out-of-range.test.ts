import { deregistrationDelayOutOfRange } from "../../../lab/lint/defects/deregistration-delay-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";

const set = (value: unknown) => groupWith({ deregistration_delay: value });

it.each([
  [-1, "-1"],
  [3601, "3601"],
  ["4000", "4000"],
  [1.5, "1.5"],
  ["5m", '"5m"'],
])("refuses %j [N60, B46]", (value, got) => {
  expect(findIn(deregistrationDelayOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `deregistration_delay must be a whole number from 0 to 3600, got ${got}`,
  ]);
});

it.each([0, 3600, "30"])("is silent about %j", (value) => {
  expect(findIn(deregistrationDelayOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(deregistrationDelayOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(deregistrationDelayOutOfRange, networkGroupWith({ deregistration_delay: -1 }))).toEqual([]);
});

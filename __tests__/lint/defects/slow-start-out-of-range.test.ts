import { slowStartOutOfRange } from "../../../lab/lint/defects/slow-start-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";

const set = (value: unknown) => groupWith({ slow_start: value });

it.each([
  [10, "10"],
  [29, "29"],
  [901, "901"],
  [-30, "-30"],
  [30.5, "30.5"],
  ["off", '"off"'],
])("refuses %j [N64, S7, B47]", (value, got) => {
  expect(findIn(slowStartOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `slow_start must be 0 or a whole number from 30 to 900, got ${got}`,
  ]);
});

it.each([0, 30, 900, "60"])("is silent about %j", (value) => {
  expect(findIn(slowStartOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(slowStartOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(slowStartOutOfRange, networkGroupWith({ slow_start: 10 }))).toEqual([]);
});

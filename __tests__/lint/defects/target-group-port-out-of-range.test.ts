import { targetGroupPortOutOfRange } from "../../../lab/lint/defects/target-group-port-out-of-range";
import { findIn } from "../support/find";
import { groupWith, networkGroupWith } from "../support/group";

const set = (value: unknown) => groupWith({ port: value });

it.each([
  [0, "0"],
  [65536, "65536"],
  [80.5, "80.5"],
  [-1, "-1"],
  ["70000", "70000"],
  ["http", '"http"'],
])("refuses %j [TF22, B2]", (value, got) => {
  expect(findIn(targetGroupPortOutOfRange, set(value)).map(({ message }) => message)).toEqual([
    `port must be a whole number from 1 to 65535, got ${got}`,
  ]);
});

it.each([1, 65535, "8080"])("is silent about %j", (value) => {
  expect(findIn(targetGroupPortOutOfRange, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(targetGroupPortOutOfRange, set("${var.value}"))).toEqual([]);
});

it("leaves the groups of network load balancers alone", () => {
  expect(findIn(targetGroupPortOutOfRange, networkGroupWith({ port: 0 }))).toEqual([]);
});

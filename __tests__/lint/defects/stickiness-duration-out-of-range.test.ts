import { stickinessDurationOutOfRange } from "../../../lab/lint/defects/stickiness-duration-out-of-range";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const lasting = (cookie_duration: unknown, more: object = {}) =>
  groupWith({ stickiness: { type: "lb_cookie", cookie_duration, ...more } });

it.each([
  [0, "0"],
  [-1, "-1"],
  [604_801, "604801"],
  ["604801", "604801"],
  [0.5, "0.5"],
  ["1d", '"1d"'],
])("refuses %j [S20, N66]", (duration, got) => {
  expect(findIn(stickinessDurationOutOfRange, lasting(duration)).map(({ message }) => message)).toEqual([
    `stickiness cookie_duration must be a whole number from 1 to 604800, got ${got}`,
  ]);
});

it("knows that a block without enabled is on [TF31], and reads it from a list of one", () => {
  const block = groupWith({ stickiness: [{ type: "app_cookie", cookie_name: "shop", cookie_duration: 0 }] });
  expect(findIn(stickinessDurationOutOfRange, block)).toHaveLength(1);
});

it.each([1, 604_800, "3600"])("is silent about %j", (duration) => {
  expect(findIn(stickinessDurationOutOfRange, lasting(duration))).toEqual([]);
});

it("is silent where stickiness is off", () => {
  expect(findIn(stickinessDurationOutOfRange, lasting(0, { enabled: false }))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(stickinessDurationOutOfRange, lasting("${var.duration}"))).toEqual([]);
  expect(findIn(stickinessDurationOutOfRange, lasting(0, { enabled: "${var.sticky}" }))).toEqual([]);
});

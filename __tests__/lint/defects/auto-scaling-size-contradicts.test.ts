import { autoScalingSizeContradicts } from "../../../lab/lint/defects/auto-scaling-size-contradicts";
import { findIn } from "../support/find";
import { scalingWith } from "../support/scaling";

const sized = (min_size: unknown, max_size: unknown, desired_capacity?: unknown) =>
  scalingWith({ min_size, max_size, desired_capacity });

it.each([
  [5, 2, undefined, "min_size must be at most max_size, got 5 and 2"],
  ["5", "2", undefined, "min_size must be at most max_size, got 5 and 2"],
  [5, 2, 3, "min_size must be at most max_size, got 5 and 2"],
  [2, 4, 5, "desired_capacity must be from min_size to max_size, got 5 for 2 to 4"],
  [2, 4, 1, "desired_capacity must be from min_size to max_size, got 1 for 2 to 4"],
  ["${var.least}", 4, 5, "desired_capacity must be from min_size to max_size, got 5 for ? to 4"],
  [-1, 4, undefined, "min_size must be a whole number that is not negative, got -1"],
  [1, 2.5, undefined, "max_size must be a whole number that is not negative, got 2.5"],
  [1, 2, "two", 'desired_capacity must be a whole number that is not negative, got "two"'],
])("refuses %j to %j with %j wanted [B67]", (least, most, wanted, message) => {
  expect(
    findIn(autoScalingSizeContradicts, sized(least, most, wanted)).map((finding) => finding.message),
  ).toEqual([message]);
});

it.each([
  [2, 4, undefined],
  [2, 2, 2],
  [0, 0, 0],
  [2, 4, 2],
  [2, 4, 4],
  ["2", "4", "3"],
  [5, "${var.most}", 6],
  ["${var.least}", 4, "${var.wanted}"],
])("is silent about %j to %j with %j wanted", (least, most, wanted) => {
  expect(findIn(autoScalingSizeContradicts, sized(least, most, wanted))).toEqual([]);
});

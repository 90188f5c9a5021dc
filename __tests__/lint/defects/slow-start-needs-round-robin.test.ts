import { slowStartNeedsRoundRobin } from "../../../lab/lint/defects/slow-start-needs-round-robin";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const starting = (slow_start: unknown, load_balancing_algorithm_type?: unknown) =>
  groupWith({ slow_start, load_balancing_algorithm_type });

it.each(["least_outstanding_requests", "weighted_random"])(
  "refuses a slow start with %s [S5]",
  (algorithm) => {
    expect(findIn(slowStartNeedsRoundRobin, starting(30, algorithm)).map(({ message }) => message)).toEqual([
      `slow_start must be 0 with load_balancing_algorithm_type ${algorithm}, got 30`,
    ]);
  },
);

it.each([
  [30, "round_robin"],
  [30, undefined],
  [0, "weighted_random"],
  [null, "least_outstanding_requests"],
  ["${var.seconds}", "weighted_random"],
  [30, "${var.algorithm}"],
])("is silent about %j seconds with %j", (seconds, algorithm) => {
  expect(findIn(slowStartNeedsRoundRobin, starting(seconds, algorithm))).toEqual([]);
});

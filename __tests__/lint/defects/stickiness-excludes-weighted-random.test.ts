import { stickinessExcludesWeightedRandom } from "../../../lab/lint/defects/stickiness-excludes-weighted-random";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const drawn = (stickiness: unknown, load_balancing_algorithm_type = "weighted_random") =>
  groupWith({ load_balancing_algorithm_type, stickiness });

it.each([
  ["switched on", { type: "lb_cookie", enabled: true }],
  ["that says nothing, and is on", { type: "lb_cookie" }],
  ["in a list", [{ type: "app_cookie", cookie_name: "shop" }]],
  ["as text", { type: "lb_cookie", enabled: "true" }],
])("refuses stickiness %s [S5, TF31]", (_, stickiness) => {
  expect(findIn(stickinessExcludesWeightedRandom, drawn(stickiness)).map(({ message }) => message)).toEqual([
    "stickiness must be off with load_balancing_algorithm_type weighted_random, got on",
  ]);
});

it.each([
  ["weighted_random", { type: "lb_cookie", enabled: false }],
  ["weighted_random", null],
  ["weighted_random", { type: "lb_cookie", enabled: "${var.sticky}" }],
  ["round_robin", { type: "lb_cookie" }],
  ["${var.algorithm}", { type: "lb_cookie" }],
])("is silent about %s with %j", (algorithm, stickiness) => {
  expect(findIn(stickinessExcludesWeightedRandom, drawn(stickiness, algorithm))).toEqual([]);
});

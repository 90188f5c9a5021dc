import { algorithmUnknown } from "../../../lab/lint/defects/algorithm-unknown";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const set = (value: unknown) => groupWith({ load_balancing_algorithm_type: value });

it.each(["round-robin", "least_connections", "ROUND_ROBIN", "random"])("refuses %j [N61, S1]", (value) => {
  expect(
    findIn(algorithmUnknown, set(value)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([
    `aws_lb_target_group.web: load_balancing_algorithm_type must be round_robin, least_outstanding_requests or weighted_random, got "${value}"`,
  ]);
});

it.each(["round_robin", "least_outstanding_requests", "weighted_random", null])(
  "is silent about %j",
  (value) => {
    expect(findIn(algorithmUnknown, set(value))).toEqual([]);
  },
);

it("does not judge what nobody knows yet", () => {
  expect(findIn(algorithmUnknown, set("${var.value}"))).toEqual([]);
});

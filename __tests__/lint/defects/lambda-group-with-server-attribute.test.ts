import { lambdaGroupWithServerAttribute } from "../../../lab/lint/defects/lambda-group-with-server-attribute";
import { findIn } from "../support/find";
import { functionGroupWith, groupWith } from "../support/group";

it.each([
  ["deregistration_delay", { deregistration_delay: "30" }],
  ["slow_start", { slow_start: 30 }],
  ["load_balancing_algorithm_type", { load_balancing_algorithm_type: "weighted_random" }],
  ["load_balancing_anomaly_mitigation", { load_balancing_anomaly_mitigation: "on" }],
  ["load_balancing_cross_zone_enabled", { load_balancing_cross_zone_enabled: false }],
  ["stickiness", { stickiness: { type: "lb_cookie" } }],
  ["target_group_health", { target_group_health: { dns_failover: { minimum_healthy_targets_count: "1" } } }],
  ["deregistration_delay and slow_start", { deregistration_delay: 0, slow_start: 900 }],
])("warns of %s, which a function does not have [S40, H78]", (got, settings) => {
  expect(findIn(lambdaGroupWithServerAttribute, functionGroupWith(settings))).toMatchObject([
    { severity: "warning", message: `a group of type lambda must have no settings of servers, got ${got}` },
  ]);
});

it.each([
  [{}],
  [{ deregistration_delay: "300", slow_start: 0, load_balancing_algorithm_type: "round_robin" }],
  [{ stickiness: [{ type: "lb_cookie", enabled: false }], load_balancing_cross_zone_enabled: "true" }],
  [{ deregistration_delay: "${var.delay}", slow_start: "${var.ramp}" }],
])("is silent about %j", (settings) => {
  expect(findIn(lambdaGroupWithServerAttribute, functionGroupWith(settings))).toEqual([]);
});

it("is silent about servers", () => {
  expect(
    findIn(
      lambdaGroupWithServerAttribute,
      groupWith({ deregistration_delay: 30, stickiness: { type: "lb_cookie" } }),
    ),
  ).toEqual([]);
});

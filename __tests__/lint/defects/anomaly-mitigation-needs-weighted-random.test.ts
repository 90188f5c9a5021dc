import { anomalyMitigationNeedsWeightedRandom } from "../../../lab/lint/defects/anomaly-mitigation-needs-weighted-random";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const mitigating = (load_balancing_anomaly_mitigation: unknown, load_balancing_algorithm_type?: unknown) =>
  groupWith({ load_balancing_anomaly_mitigation, load_balancing_algorithm_type });

it.each([
  ["round_robin", "round_robin"],
  ["least_outstanding_requests", "least_outstanding_requests"],
  [undefined, "round_robin"],
])("refuses mitigation with %j [S6]", (algorithm, got) => {
  expect(
    findIn(anomalyMitigationNeedsWeightedRandom, mitigating("on", algorithm)).map(({ message }) => message),
  ).toEqual([
    "load_balancing_algorithm_type must be weighted_random with load_balancing_anomaly_mitigation on, " +
      `got "${got}"`,
  ]);
});

it.each([
  ["on", "weighted_random"],
  ["off", "round_robin"],
  [undefined, undefined],
  ["${var.mitigation}", "round_robin"],
  ["on", "${var.algorithm}"],
])("is silent about %j with %j", (mitigation, algorithm) => {
  expect(findIn(anomalyMitigationNeedsWeightedRandom, mitigating(mitigation, algorithm))).toEqual([]);
});

import { anomalyMitigationUnknown } from "../../../lab/lint/defects/anomaly-mitigation-unknown";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const set = (value: unknown) => groupWith({ load_balancing_anomaly_mitigation: value });

it.each(["true", "enabled", "ON"])("refuses %j [N62]", (value) => {
  expect(
    findIn(anomalyMitigationUnknown, set(value)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([`aws_lb_target_group.web: load_balancing_anomaly_mitigation must be on or off, got "${value}"`]);
});

it.each(["on", "off", null])("is silent about %j", (value) => {
  expect(findIn(anomalyMitigationUnknown, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(anomalyMitigationUnknown, set("${var.value}"))).toEqual([]);
});

import { crossZoneUnknown } from "../../../lab/lint/defects/cross-zone-unknown";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const set = (value: unknown) => groupWith({ load_balancing_cross_zone_enabled: value });

it.each(["on", "yes", "disabled", "TRUE"])("refuses %j [N63, S9]", (value) => {
  expect(
    findIn(crossZoneUnknown, set(value)).map(({ address, message }) => `${address}: ${message}`),
  ).toEqual([
    `aws_lb_target_group.web: load_balancing_cross_zone_enabled must be true, false or use_load_balancer_configuration, got "${value}"`,
  ]);
});

it.each(["true", false, "use_load_balancer_configuration", null])("is silent about %j", (value) => {
  expect(findIn(crossZoneUnknown, set(value))).toEqual([]);
});

it("does not judge what nobody knows yet", () => {
  expect(findIn(crossZoneUnknown, set("${var.value}"))).toEqual([]);
});

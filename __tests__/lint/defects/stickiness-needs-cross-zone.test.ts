import { stickinessNeedsCrossZone } from "../../../lab/lint/defects/stickiness-needs-cross-zone";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const zonal = (stickiness: unknown, load_balancing_cross_zone_enabled: unknown = "false") =>
  groupWith({ load_balancing_cross_zone_enabled, stickiness });

it.each([
  ["false", { type: "lb_cookie", enabled: true }],
  ["false", { type: "lb_cookie" }],
  [false, [{ type: "app_cookie", cookie_name: "shop" }]],
])("refuses cross-zone %j with %j [S10]", (crossZone, stickiness) => {
  expect(
    findIn(stickinessNeedsCrossZone, zonal(stickiness, crossZone)).map(({ message }) => message),
  ).toEqual(["stickiness must be off with load_balancing_cross_zone_enabled false, got on"]);
});

it.each([
  ["false", { type: "lb_cookie", enabled: false }],
  ["false", null],
  ["true", { type: "lb_cookie" }],
  ["use_load_balancer_configuration", { type: "lb_cookie" }],
  [null, { type: "lb_cookie" }],
  ["${var.cross}", { type: "lb_cookie" }],
  ["false", { type: "lb_cookie", enabled: "${var.sticky}" }],
])("is silent about cross-zone %j with %j", (crossZone, stickiness) => {
  expect(findIn(stickinessNeedsCrossZone, zonal(stickiness, crossZone))).toEqual([]);
});

import { stickinessCookieNameMissing } from "../../../lab/lint/defects/stickiness-cookie-name-missing";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const sticky = (stickiness: unknown) => groupWith({ stickiness });

it.each([
  [{ type: "app_cookie" }],
  [{ type: "app_cookie", cookie_name: "" }],
  [[{ type: "app_cookie", enabled: true, cookie_duration: 60 }]],
])("refuses %j [S27, TF31]", (stickiness) => {
  expect(findIn(stickinessCookieNameMissing, sticky(stickiness)).map(({ message }) => message)).toEqual([
    "stickiness cookie_name must be set with type app_cookie, got none",
  ]);
});

it.each([
  [{ type: "app_cookie", cookie_name: "shop" }],
  [{ type: "app_cookie", cookie_name: "${var.cookie}" }],
  [{ type: "app_cookie", enabled: false }],
  [{ type: "lb_cookie" }],
  [{ type: "${var.type}" }],
  [null],
])("is silent about %j", (stickiness) => {
  expect(findIn(stickinessCookieNameMissing, sticky(stickiness))).toEqual([]);
});

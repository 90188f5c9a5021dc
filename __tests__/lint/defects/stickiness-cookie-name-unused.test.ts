import { stickinessCookieNameUnused } from "../../../lab/lint/defects/stickiness-cookie-name-unused";
import { findIn } from "../support/find";
import { groupWith } from "../support/group";

const sticky = (stickiness: object) => groupWith({ stickiness });

it("warns of a name for the cookie of the load balancer, which has one [S21, N67]", () => {
  expect(
    findIn(stickinessCookieNameUnused, sticky({ type: "lb_cookie", cookie_name: "shop" })),
  ).toMatchObject([
    { severity: "warning", message: 'stickiness cookie_name must be absent with type lb_cookie, got "shop"' },
  ]);
});

it.each([
  [{ type: "app_cookie", cookie_name: "shop" }],
  [{ type: "lb_cookie" }],
  [{ type: "lb_cookie", cookie_name: "" }],
  [{ type: "lb_cookie", cookie_name: "shop", enabled: false }],
  [{ type: "lb_cookie", cookie_name: "${var.cookie}" }],
])("is silent about %j", (stickiness) => {
  expect(findIn(stickinessCookieNameUnused, sticky(stickiness))).toEqual([]);
});

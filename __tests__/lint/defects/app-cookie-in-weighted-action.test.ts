import { appCookieInWeightedAction } from "../../../lab/lint/defects/app-cookie-in-weighted-action";
import { byDefault, forward, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const both = weighted({ web: 1, api: 1 }, { stickiness: { enabled: true, duration: 60 } });
const withStickiness = (settings: object, change: (resource: Shape) => void) => (resource: Shape) => {
  resource.aws_lb_target_group.api.stickiness = settings;
  change(resource);
};
const own = { type: "app_cookie", cookie_name: "SESSION" };

it("refuses a group among several that follows the cookie of the application [S28]", () => {
  const [finding, ...others] = findIn(appCookieInWeightedAction, withStickiness(own, byDefault(both)));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toContain("got aws_lb_target_group.api");
  expect(findIn(appCookieInWeightedAction, withStickiness([own], inRule(both)))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["the load balancer's own cookie", { type: "lb_cookie" }],
  ["stickiness that is off", { ...own, enabled: false }],
  ["a type that nobody knows", { ...own, type: "${var.type}" }],
])("is silent about %s", (_, settings) => {
  expect(findIn(appCookieInWeightedAction, withStickiness(settings, byDefault(both)))).toEqual([]);
});

it("is silent where the group is alone", () => {
  expect(findIn(appCookieInWeightedAction, withStickiness(own, byDefault(forward("api"))))).toEqual([]);
  expect(findIn(appCookieInWeightedAction, withStickiness(own, byDefault(weighted({ api: 1 }))))).toEqual([]);
});

import { groupStickinessNeeded } from "../../../lab/lint/defects/group-stickiness-needed";
import { byDefault, inRule, weighted } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const sticky = (settings: object, change: (resource: Shape) => void) => (resource: Shape) => {
  resource.aws_lb_target_group.api.stickiness = settings;
  change(resource);
};
const both = { web: 1, api: 1 };
const cookie = { type: "lb_cookie", enabled: true };

it.each([
  ["absent", {}],
  ["off", { stickiness: { enabled: false, duration: 60 } }],
  ["off by default", { stickiness: [{ duration: 60 }] }],
  ["off as a text", { stickiness: { enabled: "false", duration: 60 } }],
])("refuses a sticky group among several where group stickiness is %s [R49]", (_, more) => {
  const [finding, ...others] = findIn(groupStickinessNeeded, sticky(cookie, byDefault(weighted(both, more))));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message).toContain("got none beside aws_lb_target_group.api");
});

it("looks at rules, and knows that stickiness that is written is on", () => {
  expect(findIn(groupStickinessNeeded, sticky({ type: "lb_cookie" }, inRule(weighted(both))))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["group stickiness is on", cookie, weighted(both, { stickiness: { enabled: true, duration: 60 } })],
  ["nobody knows it", cookie, weighted(both, { stickiness: { enabled: "${var.on}", duration: 60 } })],
  ["the target group is not sticky", { type: "lb_cookie", enabled: false }, weighted(both)],
  ["nobody knows whether it is", { type: "lb_cookie", enabled: "${var.on}" }, weighted(both)],
  ["there is one group", cookie, weighted({ api: 1 })],
  [
    "its cookie is the application's, a mistake of its own",
    { type: "app_cookie", cookie_name: "s" },
    weighted(both),
  ],
])("is silent where %s", (_, settings, action) => {
  expect(findIn(groupStickinessNeeded, sticky(settings, byDefault(action)))).toEqual([]);
});

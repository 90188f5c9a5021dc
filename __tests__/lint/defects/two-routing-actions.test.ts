import { twoRoutingActions } from "../../../lab/lint/defects/two-routing-actions";
import { byDefault, fixedResponse, forward, inRule, oidc, overHttps, redirect } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["forward and forward", [forward("web"), forward("api")]],
  ["forward and fixed-response", [forward(), fixedResponse()]],
  ["redirect, forward and fixed-response", [redirect({ path: "/x" }), forward(), fixedResponse()]],
])("refuses %s in one list [R40, TF53]", (got, actions) => {
  const [finding, ...others] = findIn(twoRoutingActions, byDefault(...actions));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ address: "aws_lb_listener.http", severity: "error" });
  expect(finding?.message.endsWith(`got ${got}`)).toBe(true);
});

it("looks at rules, also those of the older name [TF61]", () => {
  const older = (resource: Shape) => {
    inRule(forward(), fixedResponse())(resource);
    resource.aws_alb_listener_rule = resource.aws_lb_listener_rule;
    delete resource.aws_lb_listener_rule;
  };
  expect(findIn(twoRoutingActions, older)).toMatchObject([{ address: "aws_alb_listener_rule.api" }]);
});

it("is silent about one beside a sign-in, and beside one of a type that nobody knows", () => {
  expect(findIn(twoRoutingActions, overHttps(byDefault(oidc(), forward())))).toEqual([]);
  expect(findIn(twoRoutingActions, byDefault(forward(), { type: "${var.type}" }))).toEqual([]);
});

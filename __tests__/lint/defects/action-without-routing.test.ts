import { actionWithoutRouting } from "../../../lab/lint/defects/action-without-routing";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["no block", []],
  ["authenticate-oidc", [oidc()]],
  ["authenticate-cognito", [cognito()]],
])("refuses a list of actions with %s [R40, TF53]", (got, actions) => {
  expect(findIn(actionWithoutRouting, overHttps(byDefault(...actions)))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: `default_action must forward, redirect or give a fixed-response, got ${got}`,
    },
  ]);
});

it("looks at rules as well [TF61]", () => {
  expect(findIn(actionWithoutRouting, overHttps(inRule(cognito())))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("is silent where an action routes, or is of a type that is not known", () => {
  expect(findIn(actionWithoutRouting, overHttps(byDefault(oidc(), forward())))).toEqual([]);
  expect(findIn(actionWithoutRouting, overHttps(byDefault(oidc(), { type: "${var.type}" })))).toEqual([]);
  expect(findIn(actionWithoutRouting, overHttps(byDefault(oidc(), { type: "forwards" })))).toEqual([]);
});

it("is silent where nobody knows the blocks", () => {
  const dynamic = (resource: Shape) => {
    delete resource.aws_lb_listener.http.default_action;
    resource.aws_lb_listener.http.dynamic = { default_action: { for_each: "${var.actions}", content: {} } };
  };
  expect(findIn(actionWithoutRouting, dynamic)).toEqual([]);
});

import { routingActionNotLast } from "../../../lab/lint/defects/routing-action-not-last";
import { byDefault, fixedResponse, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

it.each([
  ["by the order of the blocks", [forward(), oidc()]],
  [
    "by order",
    [
      { ...oidc(), order: 2 },
      { ...forward(), order: "1" },
    ],
  ],
])("refuses an action that routes before another one, %s [R40, R42]", (_, actions) => {
  expect(findIn(routingActionNotLast, overHttps(byDefault(...actions)))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: 'default_action of type forward must come last, got "authenticate-oidc" after it',
    },
  ]);
});

it("looks at rules as well", () => {
  expect(findIn(routingActionNotLast, overHttps(inRule(fixedResponse(), oidc())))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["it is last", [oidc(), forward()]],
  [
    "its order makes it last",
    [
      { ...forward(), order: 2 },
      { ...oidc(), order: 1 },
    ],
  ],
  ["it is alone", [forward()]],
  ["nobody knows the order", [{ ...forward(), order: "${var.order}" }, oidc()]],
  ["nobody knows the type of what follows", [forward(), { type: "${var.type}" }]],
  ["there are two of them, a mistake of its own", [forward(), fixedResponse(), oidc()]],
])("is silent where %s", (_, actions) => {
  expect(findIn(routingActionNotLast, overHttps(byDefault(...actions)))).toEqual([]);
});

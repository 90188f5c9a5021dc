import { actionOrderRepeated } from "../../../lab/lint/defects/action-order-repeated";
import { byDefault, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

const ordered = (one: unknown, other: unknown) => [
  { ...oidc(), order: one },
  { ...forward(), order: other },
];

it.each([
  [1, 1],
  [5, "5"],
  [2, null],
])("warns of two actions with the orders %j and %j [R42]", (one, other) => {
  const found = findIn(actionOrderRepeated, overHttps(byDefault(...ordered(one, other))));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "warning" }]);
  expect(found[0]?.message).toContain(`must each have their own order, got ${one} twice`);
});

it("looks at rules as well", () => {
  expect(findIn(actionOrderRepeated, overHttps(inRule(...ordered(1, 1))))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  [1, 2],
  [2, 1],
  [null, null],
  [1, null],
  ["${var.one}", "${var.one}"],
])("is silent about %j and %j", (one, other) => {
  expect(findIn(actionOrderRepeated, overHttps(byDefault(...ordered(one, other))))).toEqual([]);
});

import { twoAuthenticateActions } from "../../../lab/lint/defects/two-authenticate-actions";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["authenticate-oidc and authenticate-cognito", [oidc(), cognito(), forward()]],
  ["authenticate-oidc and authenticate-oidc", [oidc(), oidc({ client_id: "staff" }), forward()]],
  ["jwt-validation and authenticate-oidc", [{ type: "jwt-validation" }, oidc(), forward()]],
])("refuses %s before one action [R41]", (got, actions) => {
  const found = findIn(twoAuthenticateActions, overHttps(byDefault(...actions)));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message.endsWith(`got ${got}`)).toBe(true);
});

it("looks at rules as well", () => {
  expect(findIn(twoAuthenticateActions, overHttps(inRule(oidc(), cognito(), forward())))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("is silent about one, about one in each list, and about a type that nobody knows", () => {
  const each = (resource: Shape) => {
    byDefault(oidc(), forward())(resource);
    inRule(cognito(), forward("api"))(resource);
  };
  expect(findIn(twoAuthenticateActions, overHttps(each))).toEqual([]);
  expect(
    findIn(twoAuthenticateActions, overHttps(byDefault(oidc(), { type: "${var.type}" }, forward()))),
  ).toEqual([]);
});

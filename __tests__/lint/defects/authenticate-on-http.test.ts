import { authenticateOnHttp } from "../../../lab/lint/defects/authenticate-on-http";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

it.each([
  ["authenticate-oidc", oidc()],
  ["authenticate-cognito", cognito()],
  ["jwt-validation", { type: "jwt-validation" }],
])("refuses %s on an HTTP listener and in its rules [R41, R70]", (type, action) => {
  expect(findIn(authenticateOnHttp, byDefault(action, forward()))).toMatchObject([
    {
      address: "aws_lb_listener.http",
      severity: "error",
      message: `default_action of type ${type} must be on an HTTPS listener, got HTTP`,
    },
  ]);
  expect(findIn(authenticateOnHttp, inRule(action, forward()))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("knows that a listener that does not say speaks HTTP [TF50]", () => {
  const change = (resource: Shape) => {
    delete resource.aws_lb_listener.http.protocol;
    byDefault(oidc(), forward())(resource);
  };
  expect(findIn(authenticateOnHttp, change)).toHaveLength(1);
});

it("is silent on HTTPS, and where nobody knows the protocol", () => {
  expect(findIn(authenticateOnHttp, overHttps(byDefault(oidc(), forward())))).toEqual([]);
  expect(findIn(authenticateOnHttp, overHttps(inRule(cognito(), forward())))).toEqual([]);
  const either = (resource: Shape) => {
    resource.aws_lb_listener.http.protocol = "${var.protocol}";
    byDefault(oidc(), forward())(resource);
  };
  expect(findIn(authenticateOnHttp, either)).toEqual([]);
});

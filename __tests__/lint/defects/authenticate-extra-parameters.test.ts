import { authenticateExtraParameters } from "../../../lab/lint/defects/authenticate-extra-parameters";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

const parameters = (count: number, value = "x") =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, value]));
const on = (given: unknown, make: (parts: object) => object = oidc) =>
  overHttps(byDefault(make({ authentication_request_extra_params: given }), forward()));

it("refuses eleven parameters, known or not [R72]", () => {
  const message = "authentication_request_extra_params must be at most 10, got 11";
  for (const change of [on(parameters(11)), on(parameters(11, "${var.x}")), on(parameters(11), cognito)])
    expect(findIn(authenticateExtraParameters, change)).toMatchObject([
      { address: "aws_lb_listener.http", severity: "error", message },
    ]);
});

it("looks at rules as well", () => {
  const action = oidc({ authentication_request_extra_params: parameters(11) });
  expect(findIn(authenticateExtraParameters, overHttps(inRule(action, forward())))).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it("is silent about ten, about none, and about a map that nobody knows", () => {
  for (const given of [parameters(10), {}, null, "${var.parameters}"])
    expect(findIn(authenticateExtraParameters, on(given))).toEqual([]);
});

import { authenticateSessionOutOfRange } from "../../../lab/lint/defects/authenticate-session-out-of-range";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

const on = (action: object) => overHttps(byDefault(action, forward()));

it.each([-1, 604801, "604801", 1.5])("refuses a session of %j seconds [R72]", (session_timeout) => {
  for (const action of [oidc({ session_timeout }), cognito({ session_timeout })])
    expect(findIn(authenticateSessionOutOfRange, on(action))).toMatchObject([
      {
        address: "aws_lb_listener.http",
        severity: "error",
        message: `session_timeout must be a whole number from 1 to 604800, got ${session_timeout}`,
      },
    ]);
});

it("warns of 0, which the provider takes as not set", () => {
  expect(findIn(authenticateSessionOutOfRange, on(oidc({ session_timeout: 0 })))).toMatchObject([
    { severity: "warning" },
  ]);
});

it("looks at rules as well", () => {
  const change = overHttps(inRule(cognito({ session_timeout: 604801 }), forward()));
  expect(findIn(authenticateSessionOutOfRange, change)).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([1, 604800, "60", null, "${var.seconds}"])("takes %j", (session_timeout) => {
  expect(findIn(authenticateSessionOutOfRange, on(oidc({ session_timeout })))).toEqual([]);
});

import { onUnauthenticatedRefused } from "../../../lab/lint/defects/on-unauthenticated-refused";
import { byDefault, cognito, forward, inRule, oidc, overHttps } from "../support/actions";
import { findIn } from "../support/find";

const on = (action: object) => overHttps(byDefault(action, forward()));

it.each(["Allow", "DENY", "redirect", "authenticate "])("refuses %j [R71]", (on_unauthenticated_request) => {
  for (const action of [oidc({ on_unauthenticated_request }), cognito({ on_unauthenticated_request })])
    expect(findIn(onUnauthenticatedRefused, on(action))).toMatchObject([
      {
        address: "aws_lb_listener.http",
        severity: "error",
        message: `on_unauthenticated_request must be authenticate, allow or deny, got "${on_unauthenticated_request}"`,
      },
    ]);
});

it("looks at rules as well", () => {
  const change = overHttps(inRule(oidc({ on_unauthenticated_request: "no" }), forward()));
  expect(findIn(onUnauthenticatedRefused, change)).toMatchObject([{ address: "aws_lb_listener_rule.api" }]);
});

it.each(["authenticate", "allow", "deny", null, "${var.word}"])("takes %j", (on_unauthenticated_request) => {
  expect(findIn(onUnauthenticatedRefused, on(oidc({ on_unauthenticated_request })))).toEqual([]);
});

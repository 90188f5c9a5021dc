import { grpcOrHttp2GroupNotOnlyForwarded } from "../../../lab/lint/defects/grpc-or-http2-group-not-only-forwarded";
import { byDefault, cognito, forward, inRule, oidc, overHttps, weighted } from "../support/actions";
import { findIn } from "../support/find";
import type { Shape } from "../support/shop";

const speaking = (protocol_version: string, change: (resource: Shape) => void) => (resource: Shape) => {
  resource.aws_lb_target_group.web.protocol_version = protocol_version;
  overHttps(change)(resource);
};

it.each([
  ["GRPC", "authenticate-oidc", oidc()],
  ["HTTP2", "authenticate-cognito", cognito()],
  ["HTTP2", "jwt-validation", { type: "jwt-validation" }],
])("refuses for %s groups what comes with %s [R43]", (version, got, action) => {
  const found = findIn(grpcOrHttp2GroupNotOnlyForwarded, speaking(version, byDefault(action, forward())));
  expect(found).toMatchObject([{ address: "aws_lb_listener.http", severity: "error" }]);
  expect(found[0]?.message).toContain(`protocol_version ${version} must forward alone, got ${got} before`);
});

it("looks at rules, and at groups by weight", () => {
  const change = speaking("GRPC", inRule(oidc(), weighted({ api: 1, web: 1 })));
  expect(findIn(grpcOrHttp2GroupNotOnlyForwarded, change)).toMatchObject([
    { address: "aws_lb_listener_rule.api" },
  ]);
});

it.each([
  ["a group that speaks HTTP1", speaking("HTTP1", byDefault(oidc(), forward()))],
  ["a version that nobody knows", speaking("${var.version}", byDefault(oidc(), forward()))],
  ["a group that is forwarded to alone", speaking("GRPC", byDefault(forward()))],
  ["sign-in for other groups", speaking("GRPC", inRule(oidc(), forward("api")))],
])("is silent about %s", (_, change) => {
  expect(findIn(grpcOrHttp2GroupNotOnlyForwarded, change)).toEqual([]);
});

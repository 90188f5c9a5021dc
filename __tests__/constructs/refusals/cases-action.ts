import { type TerraformStack, Token } from "cdktf";
import { albIn } from "../../support/synthesize";
import { type Case, certificateArn } from "./cases";

const ok = { fixedResponse: { statusCode: 200 } };
const path = [{ pathPattern: ["/a"] }];
const group = "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/a/0123456789abcdef";
const secured = (props: object) => (stack: TerraformStack) =>
  void albIn(stack, { https: { certificateArn } }).addRoute("a", {
    conditions: path,
    action: ok,
    ...props,
  } as never);
const action = (given: unknown) => secured({ action: given });
const plain = (given: unknown) => (stack: TerraformStack) =>
  void albIn(stack).addRoute("a", { conditions: path, action: given } as never);
const at = (message: string) => `lab/alb/https/a: ${message}`;
const atPlain = (message: string) => `lab/alb/http/a: ${message}`;
const weighted = (count: number, more: object = {}, each: object = {}, weight = 1) =>
  action({
    weightedForward: {
      targetGroups: Array.from({ length: count }, (_, index) => ({
        targetGroup: { arn: `${group}${index}`, ...each },
        weight,
      })),
      ...more,
    },
  });
const redirect = (given: object) => action({ redirect: given });
const answer = (given: object) => action({ fixedResponse: { statusCode: 200, ...given } });
const endpoints = {
  issuer: "https://id.example.com",
  authorizationEndpoint: "https://id.example.com/a",
  tokenEndpoint: "https://id.example.com/t",
  userInfoEndpoint: "https://id.example.com/u",
  clientId: "client",
};
const pool = {
  userPoolArn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/a",
  userPoolClientId: "c",
  userPoolDomain: "d",
};
const cognito = (given: object) => action({ ...ok, authenticate: { cognito: { ...pool, ...given } } });
const parameters = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, "1"]));

/** What is refused in an action. Facts: B10-B21, R40-R72, S28, TF53-TF56, TF61. */
export const actionCases: readonly Case[] = [
  [
    "action-kind",
    at(
      "action must hold one of forward, weightedForward, redirect, fixedResponse, got none; give exactly one",
    ),
    action({}),
  ],
  [
    "action-kind",
    at(
      "action must hold one of forward, weightedForward, redirect, fixedResponse, got forward and fixedResponse; give exactly one",
    ),
    action({ ...ok, forward: { arn: group } }),
  ],
  ["prop-missing", at("action must be given, got nothing; give it"), action(undefined)],
  [
    "forward-without-group",
    at(
      'action.forward must be a target group, got {"arn":"web"}; give a HealthCheckedTargetGroup, or an object with the group\'s arn',
    ),
    action({ forward: { arn: "web" } }),
  ],
  [
    "protocol-version-needs-https",
    atPlain("a GRPC target group must be behind an HTTPS listener, got HTTP; give https or use HTTP1"),
    plain({ forward: { arn: group, protocolVersion: "GRPC" } }),
  ],
  [
    "weighted-group-count",
    at("weightedForward must hold 1 to 5 target groups, got 6; adjust the list"),
    weighted(6),
  ],
  [
    "weight-out-of-range",
    at(
      "action.weightedForward.targetGroups[0].weight must be a whole number from 0 to 999, got 1000; give a number in that range",
    ),
    action({ weightedForward: { targetGroups: [{ targetGroup: { arn: group }, weight: 1000 }] } }),
  ],
  [
    "weighted-group-repeated",
    at("weightedForward must name each target group once, got one twice; add the weights in one entry"),
    action({
      weightedForward: { targetGroups: [1, 2].map((weight) => ({ targetGroup: { arn: group }, weight })) },
    }),
  ],
  [
    "weighted-single-group",
    at(
      "weightedForward with one target group must have neither weight 0 nor stickinessSeconds, got weight 0; use forward, or add a group",
    ),
    weighted(1, {}, {}, 0),
  ],
  [
    "weighted-single-group",
    at(
      "weightedForward with one target group must have neither weight 0 nor stickinessSeconds, got stickinessSeconds; use forward, or add a group",
    ),
    weighted(1, { stickinessSeconds: 60 }),
  ],
  [
    "unknown-at-synth",
    at("action.weightedForward.targetGroups must be known at synth, got a token; give a literal"),
    action({ weightedForward: { targetGroups: Token.asList("${var.groups}") } }),
  ],
  [
    "group-stickiness-needed",
    at(
      "weightedForward.stickinessSeconds must be given when a target group is sticky, got nothing; give it, or make no group sticky",
    ),
    weighted(2, {}, { stickinessType: "lb_cookie" }),
  ],
  [
    "app-cookie-weighted",
    at("weightedForward must hold no group with app_cookie stickiness, got one; use lb_cookie"),
    weighted(2, { stickinessSeconds: 60 }, { stickinessType: "app_cookie" }),
  ],
  [
    "redirect-protocol",
    at('action.redirect.protocol must be HTTP, HTTPS or #{protocol}, got "https"; choose one of these'),
    redirect({ protocol: "https", host: "a.b" }),
  ],
  [
    "redirect-port",
    at(
      'action.redirect.port must be #{port} or a whole number from 1 to 65535, got "99999"; give a number in that range',
    ),
    redirect({ port: "99999", host: "a.b" }),
  ],
  [
    "redirect-host",
    at('action.redirect.host must be 1 to 128 visible characters, got "a b"; correct it'),
    redirect({ host: "a b", port: 1 }),
  ],
  [
    "redirect-path",
    at('action.redirect.path must be 1 to 128 visible characters that start with "/", got "new"; correct it'),
    redirect({ path: "new", port: 1 }),
  ],
  [
    "redirect-query",
    at('action.redirect.query must be at most 128 characters without the leading ?, got "?a=1"; correct it'),
    redirect({ query: "?a=1", port: 1 }),
  ],
  [
    "redirect-placeholder",
    at("redirect.path must hold no placeholder but #{host}, #{path}, #{port}, got #{pth}; correct it"),
    redirect({ path: "/#{pth}" }),
  ],
  [
    "redirect-downgrade",
    at("redirect.protocol must not be HTTP on an HTTPS listener, got HTTP; use HTTPS"),
    redirect({ protocol: "HTTP" }),
  ],
  [
    "redirect-loop",
    atPlain("redirect must lead elsewhere than HTTP 80, got a loop; change protocol, host, port or path"),
    plain({ redirect: { protocol: "HTTP", port: 80 } }),
  ],
  [
    "flag-expected",
    at("action.redirect.permanent must be true or false, got 301; write it without quotes"),
    redirect({ permanent: 301, port: 1 }),
  ],
  [
    "fixed-response-status",
    at(
      "action.fixedResponse.statusCode must be 2XX, 4XX or 5XX, got 302; give the number of such a status, or use a redirect",
    ),
    answer({ statusCode: 302 }),
  ],
  [
    "fixed-response-type",
    at(
      'action.fixedResponse.contentType must be text/plain, text/css, text/html, application/javascript or application/json, got "text/xml"; choose one of these',
    ),
    answer({ contentType: "text/xml" }),
  ],
  [
    "fixed-response-body",
    at("fixedResponse.messageBody must be at most 1024 characters, got 1025; shorten it"),
    answer({ messageBody: "a".repeat(1025) }),
  ],
  [
    "authenticate-needs-https",
    atPlain("authenticate must be on an HTTPS listener, got HTTP; give https"),
    plain({ ...ok, authenticate: { cognito: pool } }),
  ],
  [
    "authentication-kind",
    at("authenticate must hold oidc or cognito, got none; give exactly one"),
    action({ ...ok, authenticate: {} }),
  ],
  [
    "cognito-incomplete",
    at(
      "action.authenticate.cognito.userPoolArn must be a text that is not empty, got nothing; give the user pool's ARN",
    ),
    cognito({ userPoolArn: undefined }),
  ],
  [
    "authenticate-scope",
    at('action.authenticate.cognito.scope must be visible characters, got ""; write it as openid email'),
    cognito({ scope: "" }),
  ],
  [
    "session-cookie-name",
    at('action.authenticate.cognito.sessionCookieName must be a cookie name, got "a b"; correct it'),
    cognito({ sessionCookieName: "a b" }),
  ],
  [
    "session-timeout-out-of-range",
    at(
      "action.authenticate.cognito.sessionTimeoutSeconds must be a whole number from 1 to 604800, got 0; give a number in that range",
    ),
    cognito({ sessionTimeoutSeconds: 0 }),
  ],
  [
    "on-unauthenticated",
    at(
      'action.authenticate.cognito.onUnauthenticatedRequest must be authenticate, allow or deny, got "block"; choose one of these',
    ),
    cognito({ onUnauthenticatedRequest: "block" }),
  ],
  [
    "extra-parameters",
    at("authenticate must have at most 10 extraParameters, got 11; drop some"),
    cognito({ extraParameters: parameters }),
  ],
  [
    "map-expected",
    at(
      'action.authenticate.cognito.extraParameters must be an object of names and texts, got []; write it as { name: "text" }',
    ),
    cognito({ extraParameters: [] }),
  ],
  [
    "oidc-secret-in-plan",
    at(
      "authenticate.oidc.clientSecret must come from a variable or a secret, got a literal, which the plan would show; use a sensitive TerraformVariable",
    ),
    action({ ...ok, authenticate: { oidc: { ...endpoints, clientSecret: "hunter2" } } }),
  ],
  [
    "oidc-endpoint",
    at('action.authenticate.oidc.issuer must be an https address, got "http://id"; give it whole'),
    action({
      ...ok,
      authenticate: { oidc: { ...endpoints, issuer: "http://id", clientSecret: "${TfToken[TOKEN.0]}" } },
    }),
  ],
  [
    "oidc-incomplete",
    at(
      "action.authenticate.oidc.clientId must be a text that is not empty, got nothing; give the client's id",
    ),
    action({
      ...ok,
      authenticate: { oidc: { ...endpoints, clientId: undefined, clientSecret: "${TfToken[TOKEN.0]}" } },
    }),
  ],
];

import type { TerraformStack } from "cdktf";
import { HealthCheckedTargetGroup, type RouteAction } from "../../constructs";
import { certificateArn, routedStack, routeProblems, ruleOf, secretIn } from "../support/routed-alb";
import { albIn, synthesize } from "../support/synthesize";
import { type Resource, valueAt } from "../support/synthesized-stack";

const conditions = [{ pathPattern: ["/x"] }];
const groupArn = (name: string) =>
  `arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/${name}/0123456789abcdef`;
const blue = { arn: groupArn("blue") };
const green = { arn: groupArn("green") };

function actionsOf(action: RouteAction): unknown {
  return ruleOf(routedStack({ x: { conditions, action } }), "x").fields.action;
}

// G23: one group goes in target_group_arn alone, several in a forward block alone
test("a forward names its target group and has no forward block", () => {
  expect(actionsOf({ forward: blue })).toEqual([{ type: "forward", target_group_arn: blue.arn }]);
});

// G23
test("a weighted forward of one group is written as a plain forward", () => {
  const targetGroups = [{ targetGroup: blue, weight: 10 }];
  expect(actionsOf({ weightedForward: { targetGroups } })).toEqual([
    { type: "forward", target_group_arn: blue.arn },
  ]);
});

const shares = [
  { targetGroup: blue, weight: 90 },
  { targetGroup: green, weight: 10 },
];
const written = [
  { arn: blue.arn, weight: 90 },
  { arn: green.arn, weight: 10 },
];

// G23
test("a weighted forward of two groups has a forward block and no stickiness unless asked for", () => {
  expect(actionsOf({ weightedForward: { targetGroups: shares } })).toEqual([
    { type: "forward", forward: { target_group: written } },
  ]);
});

// G23: the block is complete or absent
test("group stickiness is switched on together with its duration", () => {
  expect(actionsOf({ weightedForward: { targetGroups: shares, stickinessSeconds: 3600 } })).toEqual([
    { type: "forward", forward: { target_group: written, stickiness: { enabled: true, duration: 3600 } } },
  ]);
});

test("a redirect keeps what is not said, and is temporary unless said otherwise", () => {
  expect(actionsOf({ redirect: { host: "www.#{host}" } })).toEqual([
    {
      type: "redirect",
      redirect: {
        protocol: "#{protocol}",
        host: "www.#{host}",
        port: "#{port}",
        path: "/#{path}",
        query: "#{query}",
        status_code: "HTTP_302",
      },
    },
  ]);
});

test("every part of a redirect can be set", () => {
  const redirect = {
    protocol: "HTTPS",
    host: "new.example.com",
    port: 8443,
    path: "/v2/#{path}",
    query: "from=#{host}",
    permanent: true,
  } as const;
  expect(actionsOf({ redirect })).toMatchObject([
    {
      redirect: {
        protocol: "HTTPS",
        host: "new.example.com",
        port: "8443",
        path: "/v2/#{path}",
        query: "from=#{host}",
        status_code: "HTTP_301",
      },
    },
  ]);
});

test("a fixed response has status, type and body", () => {
  const fixedResponse = {
    statusCode: 503,
    contentType: "application/json",
    messageBody: '{"later":true}',
  } as const;
  expect(actionsOf({ fixedResponse })).toEqual([
    {
      type: "fixed-response",
      fixed_response: {
        status_code: "503",
        content_type: "application/json",
        message_body: '{"later":true}',
      },
    },
  ]);
  expect(actionsOf({ fixedResponse: { statusCode: 204 } })).toEqual([
    { type: "fixed-response", fixed_response: { status_code: "204", content_type: "text/plain" } },
  ]);
});

const cognito = {
  userPoolArn: "arn:aws:cognito-idp:x:1:userpool/p",
  userPoolClientId: "id",
  userPoolDomain: "lab",
};
const defaults = {
  on_unauthenticated_request: "authenticate",
  scope: "openid",
  session_cookie_name: "AWSELBAuthSessionCookie",
  session_timeout: 604800,
};

test("sign-in with Cognito comes first and the forward second", () => {
  expect(actionsOf({ forward: blue, authenticate: { cognito } })).toEqual([
    {
      type: "authenticate-cognito",
      order: 1,
      authenticate_cognito: {
        ...defaults,
        user_pool_arn: cognito.userPoolArn,
        user_pool_client_id: "id",
        user_pool_domain: "lab",
      },
    },
    { type: "forward", order: 2, target_group_arn: blue.arn },
  ]);
});

const endpoints = {
  issuer: "https://id.example.com",
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  userInfoEndpoint: "https://id.example.com/me",
  clientId: "lab",
};

test("sign-in with OpenID Connect writes every value and takes its secret by reference", () => {
  const stack = synthesize((scope: TerraformStack) => {
    const alb = albIn(scope, { https: { certificateArn } });
    const oidc = {
      ...endpoints,
      clientSecret: secretIn(scope),
      onUnauthenticatedRequest: "deny",
      scope: "openid email",
      sessionCookieName: "Lab",
      sessionTimeoutSeconds: 60,
      extraParameters: { prompt: "login" },
    } as const;
    alb.addRoute("x", { conditions, action: { forward: alb.targetGroup, authenticate: { oidc } } });
  });
  expect(valueAt(ruleOf(stack, "x").fields, "action")).toEqual({
    type: "authenticate-oidc",
    order: 1,
    authenticate_oidc: {
      issuer: "https://id.example.com",
      authorization_endpoint: "https://id.example.com/authorize",
      token_endpoint: "https://id.example.com/token",
      user_info_endpoint: "https://id.example.com/me",
      client_id: "lab",
      client_secret: "${var.client_secret}",
      on_unauthenticated_request: "deny",
      scope: "openid email",
      session_cookie_name: "Lab",
      session_timeout: 60,
      authentication_request_extra_params: { prompt: "login" },
    },
  });
});

// G23: plan accepts both
test("no action anywhere has target_group_arn beside a forward block or a redirect", () => {
  const stack = synthesize((scope) => {
    const alb = albIn(scope, { https: { certificateArn } });
    const spare = new HealthCheckedTargetGroup(scope, "spare", { vpcId: "vpc-0123456789abcdef0" });
    const targetGroups = [
      { targetGroup: alb.targetGroup, weight: 1 },
      { targetGroup: spare, weight: 1 },
    ];
    alb.addRoute("one", {
      conditions: [{ pathPattern: ["/1"] }],
      action: { weightedForward: { targetGroups } },
    });
    alb.addRoute("two", { conditions: [{ pathPattern: ["/2"] }], action: { forward: spare } });
    alb.addRoute("three", { conditions: [{ pathPattern: ["/3"] }], action: { redirect: { port: 8443 } } });
  });
  const actions = [...stack.all("aws_lb_listener"), ...stack.all("aws_lb_listener_rule")].flatMap(
    actionBlocks,
  );
  expect(actions).toHaveLength(5);
  for (const action of actions) {
    const routing = ["target_group_arn", "forward", "redirect", "fixed_response"].filter(
      (key) => key in action,
    );
    expect(routing).toHaveLength(1);
  }
});

function actionBlocks({ fields }: Resource): Record<string, unknown>[] {
  return (fields.action ?? fields.default_action) as Record<string, unknown>[];
}

const oidc = { ...endpoints, clientSecret: "written here" };
const many = [1, 2, 3, 4, 5, 6].map((n) => ({ targetGroup: { arn: groupArn(`g${n}`) }, weight: 1 }));
const refusals: [string, RouteAction, string][] = [
  ["no routing action", {} as RouteAction, "action-kind"],
  ["two routing actions", { forward: blue, redirect: { port: 8443 } } as RouteAction, "action-kind"],
  ["six weighted groups", { weightedForward: { targetGroups: many } }, "weighted-group-count"], // N24
  [
    "a weight of 1000",
    { weightedForward: { targetGroups: [{ targetGroup: blue, weight: 1000 }] } },
    "weight-out-of-range",
  ],
  [
    "group stickiness of zero seconds",
    { weightedForward: { targetGroups: shares, stickinessSeconds: 0 } },
    "stickiness-duration-out-of-range",
  ], // G23
  [
    "a sticky group without group stickiness",
    {
      weightedForward: {
        targetGroups: [
          { targetGroup: { ...blue, stickinessType: "lb_cookie" }, weight: 1 },
          { targetGroup: green, weight: 1 },
        ],
      },
    },
    "group-stickiness-needed",
  ],
  ["a redirect to itself", { redirect: {} }, "redirect-loop"],
  ["a redirect from HTTPS to HTTP", { redirect: { protocol: "HTTP" } }, "redirect-downgrade"],
  ["a fixed response of 302", { fixedResponse: { statusCode: 302 } }, "fixed-response-status"],
  [
    "a body of 1025 characters",
    { fixedResponse: { statusCode: 200, messageBody: "x".repeat(1025) } },
    "fixed-response-body",
  ],
  ["a secret as text", { forward: blue, authenticate: { oidc } }, "oidc-secret-in-plan"],
];
test.each(refusals)("a route is refused: %s", (_, action, id) => {
  const ids = routeProblems({ x: { conditions, action } }).map((line) => line.split(":")[0]);
  expect(ids).toEqual([id]);
});

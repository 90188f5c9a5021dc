import { TerraformVariable } from "cdktf";
import {
  type Authentication,
  HealthCheckedTargetGroup,
  type LabStack,
  type RouteAction,
  type RouteCondition,
} from "../../../constructs";

const path = (name: string): RouteCondition => ({ pathPattern: [`/every/${name}`] });

/** Adds a route of every condition kind and of every action kind to the load balancer of a lab with HTTPS. */
export function addEveryRoute({ alb, network }: LabStack): void {
  const { vpcId } = network;
  const first = new HealthCheckedTargetGroup(alb, "first", {
    vpcId,
    slowStartSeconds: 30,
    targetGroupHealth: {
      dnsFailover: { count: 1, percentage: "off" },
      unhealthyStateRouting: { count: 1, percentage: 50 },
    },
  });
  const second = new HealthCheckedTargetGroup(alb, "second", {
    vpcId,
    port: 8080,
    algorithm: "weighted_random",
    anomalyMitigation: true,
    healthCheck: { port: 9090, path: "/ready?deep=${yes}", matcher: "200-299", intervalSeconds: 20 }, // G42
  });
  const session = new HealthCheckedTargetGroup(alb, "session", {
    vpcId,
    stickiness: { type: "app_cookie", cookieName: "session", durationSeconds: 600 },
  });
  const shares = [
    { targetGroup: first, weight: 90 },
    { targetGroup: second, weight: 10 },
  ];
  const actions: Readonly<Record<string, RouteAction>> = {
    forward: { forward: session },
    weighted: { weightedForward: { targetGroups: shares } },
    sticky: { weightedForward: { targetGroups: shares, stickinessSeconds: 3600 } },
    redirect: { redirect: { host: "www.#{host}", path: "/new/#{path}", permanent: true } },
    fixed: { fixedResponse: { statusCode: 503, messageBody: '{"closed": "${until} %{monday}"}' } }, // G42
    bodiless: { fixedResponse: { statusCode: 404 } },
    oidc: { forward: second, authenticate: oidc(alb) },
    cognito: { forward: second, authenticate: cognito },
  };
  for (const [name, action] of Object.entries(actions))
    alb.addRoute(name, { conditions: [path(name)], action });
  const conditions: Readonly<Record<string, RouteCondition>> = {
    host: { hostHeader: ["*.example.com"] },
    header: { httpHeader: { name: "X-Canary", values: ["yes*", "true"] } },
    method: { httpRequestMethod: ["PUT", "DELETE"] },
    query: { queryString: [{ key: "version", value: "2" }, { value: "beta*" }] },
    source: { sourceIp: ["192.0.2.0/24", "2001:db8::/32"] },
  };
  for (const [name, condition] of Object.entries(conditions)) {
    alb.addRoute(name, { conditions: [condition, path(name)], action: { forward: first } });
  }
}

const cognito: Authentication = {
  cognito: {
    userPoolArn: "arn:aws:cognito-idp:ap-northeast-2:123456789012:userpool/ap-northeast-2_Abc123",
    userPoolClientId: "abc123",
    userPoolDomain: "lab",
    onUnauthenticatedRequest: "deny",
  },
};

function oidc(alb: LabStack["alb"]): Authentication {
  const secret = new TerraformVariable(alb, "client-secret", {
    type: "string",
    sensitive: true,
    default: "dummy",
  });
  return {
    oidc: {
      issuer: "https://idp.example.com",
      authorizationEndpoint: "https://idp.example.com/authorize",
      tokenEndpoint: "https://idp.example.com/token",
      userInfoEndpoint: "https://idp.example.com/me",
      clientId: "lab",
      clientSecret: secret.stringValue,
      extraParameters: { prompt: "login" },
    },
  };
}

import { Fn, type TerraformStack, TerraformVariable, Token } from "cdktf";
import {
  AccessLogBucket,
  type AlbWithTargetGroup,
  type AlbWithTargetGroupProps,
  ExpressInstance,
  type ExpressInstanceProps,
  ExpressService,
  type ExpressServiceProps,
  HealthCheckedTargetGroup,
  LabNetwork,
  type RouteAction,
  type RouteCondition,
  type TargetGroupAttributes,
  VpcFlowLogs,
} from "../../constructs";
import { certificateArn } from "../support/routed-alb";
import { albIn, existingNetwork, madeNetwork, problemsIn, synthesize } from "../support/synthesize";

const vpcId = "vpc-0123456789abcdef0";
/** Tokens of each type: references to variables that Terraform knows when it runs. */
const text = (stack: TerraformStack, name = "text") =>
  new TerraformVariable(stack, name, { type: "string" }).stringValue;
const number = (stack: TerraformStack, name = "number") =>
  new TerraformVariable(stack, name, { type: "number" }).numberValue;
const texts = (stack: TerraformStack, name = "texts") =>
  new TerraformVariable(stack, name, { type: "list(string)" }).listValue;

const group = (props: (stack: TerraformStack) => object) => (stack: TerraformStack) =>
  void new HealthCheckedTargetGroup(stack, "targets", { vpcId, ...props(stack) });
const health = (healthCheck: (stack: TerraformStack) => object) =>
  group((stack) => ({ healthCheck: healthCheck(stack) }));
const attribute = (props: (stack: TerraformStack) => { [K in keyof TargetGroupAttributes]: unknown }) =>
  group(props);
const alb =
  (props: (stack: TerraformStack) => { [K in keyof AlbWithTargetGroupProps]?: unknown }) =>
  (stack: TerraformStack) =>
    void albIn(stack, props(stack) as Partial<AlbWithTargetGroupProps>);
const https = (props: (stack: TerraformStack) => object) =>
  alb((stack) => ({ https: { certificateArn, ...props(stack) } }));
const condition = (one: (stack: TerraformStack) => RouteCondition) => (stack: TerraformStack) =>
  void albIn(stack).addRoute("x", {
    conditions: [one(stack)],
    action: { fixedResponse: { statusCode: 200 } },
  });
const action =
  (one: (stack: TerraformStack, lb: AlbWithTargetGroup) => RouteAction) => (stack: TerraformStack) => {
    const lb = albIn(stack, { https: { certificateArn } });
    lb.addRoute("x", { conditions: [{ pathPattern: ["/x"] }], action: one(stack, lb) });
  };
const instance =
  (props: (stack: TerraformStack) => Partial<ExpressInstanceProps>) => (stack: TerraformStack) => {
    const lb = albIn(stack, { network: madeNetwork(stack) });
    const given = { alb: lb, zone: "ap-northeast-2a", serverName: "one" };
    new ExpressInstance(stack, "server", { ...given, ...props(stack) });
  };
const service = (props: (stack: TerraformStack) => Partial<ExpressServiceProps>) => (stack: TerraformStack) =>
  void new ExpressService(stack, "web", {
    alb: albIn(stack, { network: madeNetwork(stack) }),
    ...props(stack),
  });
const domain = { domainName: "lab.team.dev", hostedZoneId: "Z2FDTNDATAQYW2" };
const any = (value: unknown) => value as never;
const oidcWith = (value: string) => ({
  issuer: value,
  authorizationEndpoint: value,
  tokenEndpoint: value,
  userInfoEndpoint: value,
  clientId: value,
  clientSecret: value,
});

// G43: an unresolved token is a text with a marker, or a huge negative number
const passing: [string, (stack: TerraformStack) => void][] = [
  ["a target group's VPC", group((stack) => ({ vpcId: text(stack) }))],
  ["a target group's port", group((stack) => ({ port: number(stack) }))],
  ["a target group's protocol", group((stack) => ({ protocol: text(stack) }))],
  ["a health path", health((stack) => ({ path: text(stack) }))],
  ["a health port", health((stack) => ({ port: number(stack) }))],
  ["a health protocol", health((stack) => ({ protocol: text(stack) }))],
  ["a health interval", health((stack) => ({ intervalSeconds: number(stack) }))],
  ["a health timeout", health((stack) => ({ timeoutSeconds: number(stack) }))],
  ["a healthy threshold", health((stack) => ({ healthyThreshold: number(stack) }))],
  ["an unhealthy threshold", health((stack) => ({ unhealthyThreshold: number(stack) }))],
  ["a matcher", health((stack) => ({ matcher: text(stack) }))],
  ["a deregistration delay", attribute((stack) => ({ deregistrationDelaySeconds: number(stack) }))],
  ["a slow start", attribute((stack) => ({ slowStartSeconds: number(stack) }))],
  ["an algorithm", attribute((stack) => ({ algorithm: text(stack) }))],
  ["a cross-zone setting", attribute((stack) => ({ crossZone: text(stack) }))],
  [
    "a cookie's duration",
    attribute((stack) => ({ stickiness: { type: "lb_cookie", durationSeconds: number(stack) } })),
  ],
  [
    "a cookie's name",
    attribute((stack) => ({ stickiness: { type: "app_cookie", cookieName: text(stack) } })),
  ],
  [
    "thresholds of target group health",
    attribute((stack) => ({
      targetGroupHealth: {
        dnsFailover: { count: number(stack), percentage: number(stack, "share") },
        unhealthyStateRouting: { count: number(stack, "count") },
      },
    })),
  ],
  ["an idle timeout", alb((stack) => ({ idleTimeoutSeconds: number(stack) }))],
  ["a client's keep-alive", alb((stack) => ({ clientKeepAliveSeconds: number(stack) }))],
  ["a desync mode", alb((stack) => ({ desyncMitigationMode: text(stack) }))],
  ["an X-Forwarded-For mode", alb((stack) => ({ xffHeaderProcessingMode: text(stack) }))],
  [
    "a log bucket and its folder",
    alb((stack) => ({ accessLogs: { bucketName: text(stack), prefix: text(stack, "folder") } })),
  ],
  ["an allowed network", alb((stack) => ({ allowedCidrs: [text(stack)] }))],
  ["a certificate", https((stack) => ({ certificateArn: text(stack) }))],
  ["further certificates", https((stack) => ({ additionalCertificateArns: [text(stack)] }))],
  ["a security policy", https((stack) => ({ sslPolicy: text(stack) }))],
  ["a hosted zone", alb((stack) => ({ https: { domainName: "lab.team.dev", hostedZoneId: text(stack) } }))],
  ["a host", condition((stack) => ({ hostHeader: [text(stack)] }))],
  ["a path", condition((stack) => ({ pathPattern: [text(stack)] }))],
  ["a header", condition((stack) => ({ httpHeader: { name: text(stack), values: [text(stack, "value")] } }))],
  ["a method", condition((stack) => ({ httpRequestMethod: [text(stack)] }))],
  ["a query", condition((stack) => ({ queryString: [{ key: text(stack), value: text(stack, "value") }] }))],
  ["a source network", condition((stack) => ({ sourceIp: [text(stack)] }))],
  [
    "an element of a list",
    condition((stack) => ({ pathPattern: [Token.asString(Fn.element(texts(stack), 0))] })),
  ],
  ["a list of paths", condition((stack) => ({ pathPattern: texts(stack) }))],
  ["a list of hosts", condition((stack) => ({ hostHeader: texts(stack) }))],
  ["a list of header values", condition((stack) => ({ httpHeader: { name: "X-A", values: texts(stack) } }))],
  ["a list of source networks", condition((stack) => ({ sourceIp: texts(stack) }))],
  ["a target group's ARN", action((stack) => ({ forward: { arn: text(stack) } }))],
  [
    "weights and group stickiness",
    action((stack, lb) => ({
      weightedForward: {
        targetGroups: [
          { targetGroup: lb.targetGroup, weight: number(stack) },
          { targetGroup: { arn: text(stack) }, weight: 1 },
        ],
        stickinessSeconds: number(stack, "seconds"),
      },
    })),
  ],
  [
    "parts of a redirect",
    action((stack) => ({
      redirect: {
        protocol: any(text(stack, "protocol")),
        host: text(stack, "host"),
        port: number(stack),
        path: text(stack, "path"),
        query: text(stack, "query"),
      },
    })),
  ],
  [
    "parts of a fixed response",
    action((stack) => ({
      fixedResponse: {
        statusCode: number(stack),
        contentType: any(text(stack)),
        messageBody: text(stack, "body"),
      },
    })),
  ],
  [
    "a sign-in with OpenID Connect",
    action((stack, lb) => ({
      forward: lb.targetGroup,
      authenticate: { oidc: { ...oidcWith(text(stack)), sessionTimeoutSeconds: number(stack) } },
    })),
  ],
  [
    "a sign-in with Cognito",
    action((stack, lb) => {
      const pool = text(stack);
      const cognito = { userPoolArn: pool, userPoolClientId: pool, userPoolDomain: pool };
      return { forward: lb.targetGroup, authenticate: { cognito } };
    }),
  ],
  ["an instance type", instance((stack) => ({ instanceType: text(stack) }))],
  ["a machine image", instance((stack) => ({ imageId: text(stack) }))],
  ["the size of a root volume", instance((stack) => ({ rootVolumeGib: number(stack) }))],
  [
    "the account of a log bucket",
    (stack) => void new AccessLogBucket(stack, "logs", { region: "us-east-1", account: text(stack) }),
  ],
  [
    "the retention of logs",
    (stack) =>
      void new AccessLogBucket(stack, "logs", {
        region: "us-east-1",
        account: "123456789012",
        retentionDays: number(stack),
      }),
  ],
  [
    "a VPC with flow logs",
    (stack) => void new VpcFlowLogs(stack, "logs", { vpcId: text(stack), retentionDays: number(stack) }),
  ],
  [
    "an existing network",
    (stack) => {
      const subnets = texts(stack);
      const publicSubnets = ["us-east-1a", "us-east-1b"].map((zone, index) => ({
        zone,
        subnetId: Token.asString(Fn.element(subnets, index)),
      }));
      albIn(stack, {
        network: LabNetwork.fromExisting(stack, "network", { vpcId: text(stack), publicSubnets }),
      });
    },
  ],
];
test.each(passing)("what Terraform knows only later passes the checks: %s", (_, declare) => {
  const { json } = synthesize(declare);
  const written = JSON.stringify(json.resource);
  expect(written).toMatch(/\$\{.*var\./);
  expect(written).not.toContain("TfToken[");
  expect(written).not.toMatch(/-1\.8+\d*e\+?\d{3}/);
});

const refused: [string, (stack: TerraformStack) => void][] = [
  ["the zones of a network", (stack) => void madeNetwork(stack, { zones: texts(stack) })],
  ["the addresses of a network", (stack) => void madeNetwork(stack, { cidr: text(stack) })],
  ["a server's name", instance((stack) => ({ serverName: text(stack) }))],
  ["a server's base path", instance((stack) => ({ basePath: text(stack) }))],
  ["a server's drain time", instance((stack) => ({ drainSeconds: number(stack) }))],
  [
    "the region of a log bucket",
    (stack) => void new AccessLogBucket(stack, "logs", { region: text(stack), account: "123456789012" }),
  ],
  ["the number of a service's instances", service((stack) => ({ instances: number(stack) }))],
  ["the names of a service's servers", service((stack) => ({ serverNames: texts(stack) }))],
  ["a domain", alb((stack) => ({ https: { domainName: text(stack), hostedZoneId: "Z2FDTNDATAQYW2" } }))],
  ["further domains", alb((stack) => ({ https: { ...domain, alternativeNames: texts(stack) } }))],
  ["a list of further certificates", https((stack) => ({ additionalCertificateArns: texts(stack) }))],
  ["a list of allowed networks", alb((stack) => ({ allowedCidrs: texts(stack) }))],
  ["the stem of a name", alb((stack) => ({ nameStem: text(stack) }))],
];
// What becomes part of a file, an address or a choice at synth must be known then
test.each(refused)("what must be known at synth is refused as a token: %s", (_, declare) => {
  const messages = problemsIn(declare).map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringMatching(/known at synth/));
  expect(messages.join()).not.toContain("TfToken");
});

test("a priority that Terraform knows only later is not judged against others", () => {
  const declare = (stack: TerraformStack) => {
    const lb = albIn(stack, { network: existingNetwork(stack) });
    const route = { action: { fixedResponse: { statusCode: 200 } }, priority: number(stack) };
    lb.addRoute("one", { ...route, conditions: [{ pathPattern: ["/a*"] }] });
    lb.addRoute("two", { ...route, conditions: [{ pathPattern: ["/ab*"] }] });
  };
  expect(problemsIn(declare)).toEqual([]);
});

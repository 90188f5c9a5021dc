import { tmpdir } from "node:os";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import fc from "fast-check";
import {
  AccessLogBucket,
  ConfigurationError,
  HealthCheckedTargetGroup,
  LabStack,
  literal,
} from "../../constructs";
import { selectEnvironments } from "../../environments";
import { certificateArn, routedStack, ruleOf, secretIn } from "../support/routed-alb";
import { albIn, madeNetwork, synthesize } from "../support/synthesize";
import { valueAt } from "../support/synthesized-stack";
import { terraformValues } from "../support/terraform-values";
import { testWithTool } from "../userdata/with-tool";

const hostile = "${self.id} %{if true}x%{endif} $${y} %%{z} $%{a} #{path} ${";
/** What Terraform's JSON must hold for it: both markers doubled, everything else as it was. */
const escaped = "$${self.id} %%{if true}x%%{endif} $$${y} %%%{z} $%%{a} #{path} $${";
const conditions = [{ pathPattern: ["/x"] }];

// G42
test("markers of interpolation and of directives are doubled, and nothing else changes", () => {
  expect(literal(hostile)).toBe(escaped);
  expect(literal('plain $5 100% {x} #{path} \\ "')).toBe('plain $5 100% {x} #{path} \\ "');
});

test("a reference inside a text stays a reference", () => {
  const made = synthesize((scope) => {
    const who = new TerraformVariable(scope, "who", { type: "string" }).stringValue;
    const action = { fixedResponse: { statusCode: 200, messageBody: `\${not} ${who} %{not}` } };
    albIn(scope, { defaultAction: action });
  });
  expect(valueAt(made.only("aws_lb_listener").fields, "default_action.fixed_response.message_body")).toBe(
    "$${not} ${var.who} %%{not}",
  );
});

// G42
test("a fixed response, header values, query values and redirects are literal", () => {
  const stack = routedStack({
    body: {
      conditions: [
        { pathPattern: ["/x"] },
        { httpHeader: { name: "X-A", values: [hostile] } },
        { queryString: [{ key: "${k}", value: hostile }] },
      ],
      action: { fixedResponse: { statusCode: 200, messageBody: hostile } },
    },
    redirect: {
      conditions: [{ pathPattern: ["/y"] }],
      action: { redirect: { host: "${h}", path: "/${p}%{p}", query: "${q}" } },
    },
  });
  const { fields } = ruleOf(stack, "body");
  expect(valueAt(fields, "condition.http_header.values")).toBe(escaped);
  expect(valueAt(fields, "condition.query_string")).toEqual({ key: "$${k}", value: escaped });
  expect(valueAt(fields, "action.fixed_response.message_body")).toBe(escaped);
  expect(valueAt(ruleOf(stack, "redirect").fields, "action.redirect")).toMatchObject({
    host: "$${h}",
    path: "/$${p}%%{p}",
    query: "$${q}",
  });
});

// G42
test("health paths and the texts of a sign-in are literal", () => {
  const stack = synthesize((scope) => {
    const vpcId = "vpc-0123456789abcdef0";
    new HealthCheckedTargetGroup(scope, "targets", { vpcId, healthCheck: { path: "/${p}?%{q}" } });
    signIn(scope, "https://id.example.com", {
      clientId: "${c}",
      scope: "openid ${s}",
      extraParameters: { "${k}": "%{v}" },
    });
  });
  expect(valueAt(stack.only("aws_lb_target_group", "targets").fields, "health_check.path")).toBe(
    "/$${p}?%%{q}",
  );
  expect(valueAt(ruleOf(stack, "x").fields, "action.authenticate_oidc")).toMatchObject({
    client_id: "$${c}",
    client_secret: "${var.client_secret}",
    scope: "openid $${s}",
    authentication_request_extra_params: { "$${k}": "%%{v}" },
  });
});

const elsewhere: [string, (stack: TerraformStack) => unknown][] = [
  ["a log folder", (stack) => albIn(stack, { accessLogs: { bucketName: "logs", prefix: "${hostile}" } })],
  [
    "the folder of a log bucket",
    (stack) =>
      new AccessLogBucket(stack, "logs", {
        region: "us-east-1",
        account: "123456789012",
        prefix: "${hostile}",
      }),
  ],
  ["an endpoint of a sign-in", (stack) => signIn(stack, "https://id.example.com/${hostile}", {})],
  ["the id of a construct", (stack) => madeNetwork(new Construct(stack, "a ${hostile}") as TerraformStack)],
  ["the name of a tag", (stack) => labWithTags(stack, { "${hostile}": "x" })],
  ["the value of a tag", (stack) => labWithTags(stack, { Team: "${hostile}" })],
];
// G42
test.each(elsewhere)("a marker is doubled or refused: %s", (_, declare) => {
  const app = Testing.app({ outdir: tmpdir() });
  const stack = new TerraformStack(app, "lab");
  try {
    declare(stack);
    expect(Testing.synth(stack)).not.toMatch(/(?<!\$)\$\{hostile/);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
  }
});

function signIn(stack: TerraformStack, endpoint: string, texts: object): void {
  const alb = albIn(stack, { https: { certificateArn } });
  const oidc = {
    issuer: endpoint,
    authorizationEndpoint: endpoint,
    tokenEndpoint: endpoint,
    userInfoEndpoint: endpoint,
    clientId: "lab",
    clientSecret: secretIn(stack),
    ...texts,
  };
  alb.addRoute("x", { conditions, action: { forward: alb.targetGroup, authenticate: { oidc } } });
}

/** The provider and the volumes both carry the tags. */
function labWithTags(stack: TerraformStack, tags: Record<string, string>): void {
  const [environment] = selectEnvironments(["dev"]);
  const lab = new LabStack(stack.node.root as Construct, "dev", { ...environment!, tags });
  expect(Testing.synth(lab)).not.toMatch(/(?<!\$)\$\{hostile/);
}

// G42
testWithTool("Terraform reads every literal text as it was written", ["terraform", "version"], () => {
  const marker = fc.constantFrom(
    "${",
    "%{",
    "$${",
    "%%{",
    "}",
    "$",
    "%",
    "{",
    "\\",
    '"',
    "~",
    "if",
    "x",
    "\n",
    "ü",
  );
  const texts = fc.sample(
    fc.array(marker, { maxLength: 8 }).map((some) => some.join("")),
    {
      numRuns: 300,
      seed: 42,
    },
  );
  expect(terraformValues([hostile, ...texts].map(literal))).toEqual([hostile, ...texts]);
});

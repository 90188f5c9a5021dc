import { tmpdir } from "node:os";
import { TerraformVariable, Testing } from "cdktf";
import fc from "fast-check";
import { HealthCheckedTargetGroup, LabStack, literal } from "../../constructs";
import { selectEnvironments } from "../../environments";
import { certificateArn, routedStack, ruleOf, secretIn } from "../support/routed-alb";
import { albIn, synthesize } from "../support/synthesize";
import { SynthesizedStack, valueAt } from "../support/synthesized-stack";
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
test("health paths, log folders and the texts of a sign-in are literal", () => {
  const stack = synthesize((scope) => {
    const vpcId = "vpc-0123456789abcdef0";
    new HealthCheckedTargetGroup(scope, "targets", { vpcId, healthCheck: { path: "/${p}?%{q}" } });
    const alb = albIn(scope, {
      https: { certificateArn },
      accessLogs: { bucketName: "logs", prefix: "${f}" },
    });
    const endpoint = "https://id.example.com/${e}";
    const oidc = {
      issuer: endpoint,
      authorizationEndpoint: endpoint,
      tokenEndpoint: endpoint,
      userInfoEndpoint: endpoint,
      clientId: "${c}",
      clientSecret: secretIn(scope),
      scope: "openid ${s}",
      extraParameters: { "${k}": "%{v}" },
    };
    alb.addRoute("x", { conditions, action: { forward: alb.targetGroup, authenticate: { oidc } } });
  });
  expect(valueAt(stack.only("aws_lb_target_group", "targets").fields, "health_check.path")).toBe(
    "/$${p}?%%{q}",
  );
  expect(valueAt(stack.only("aws_lb").fields, "access_logs.prefix")).toBe("$${f}");
  expect(valueAt(ruleOf(stack, "x").fields, "action.authenticate_oidc")).toMatchObject({
    issuer: "https://id.example.com/$${e}",
    token_endpoint: "https://id.example.com/$${e}",
    client_id: "$${c}",
    client_secret: "${var.client_secret}",
    scope: "openid $${s}",
    authentication_request_extra_params: { "$${k}": "%%{v}" },
  });
});

// G42
test("tags are literal, on the provider and on volumes", () => {
  const [environment] = selectEnvironments(["dev"]);
  const app = Testing.app({ outdir: tmpdir() });
  const lab = new LabStack(app, "dev", { ...environment!, tags: { "${key}": hostile } });
  const stack = new SynthesizedStack(Testing.synth(lab));
  const tags = valueAt(stack.json.provider?.aws?.[0], "default_tags.tags");
  expect(tags).toMatchObject({ "$${key}": escaped });
  for (const { fields } of stack.all("aws_launch_template")) {
    expect(valueAt(fields, "tag_specifications.tags")).toMatchObject({ "$${key}": escaped });
  }
});

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

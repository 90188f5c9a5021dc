import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, Aspects, TerraformOutput, TerraformStack } from "cdktf";
import { AlbWithTargetGroup, LabNetwork, suppressDefect } from "../../constructs";
import { errorOf } from "../support/error-of";

let outdir = "";
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "lint-at-synth-"));
});
afterEach(() => rmSync(outdir, { recursive: true }));

/** A stack that is sound as its constructs declare it. */
function stackIn(app: App, name: string): { stack: TerraformStack; alb: AlbWithTargetGroup } {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const network = new LabNetwork(stack, "network", { zones: ["eu-west-1a", "eu-west-1b"] });
  return { stack, alb: new AlbWithTargetGroup(stack, "alb", { network }) };
}

/** What no prop would let through, and an override does. */
function breakTimeout({ alb }: { alb: AlbWithTargetGroup }): void {
  alb.targetGroup.resource.addOverride("health_check.timeout", 60);
}

const written = () =>
  existsSync(outdir)
    ? readdirSync(outdir, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith("cdk.tf.json"))
    : [];
const read = (name: string) => JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));

test("what cannot work is refused with the errors of all stacks together, and nothing is written", () => {
  const app = new App({ outdir });
  stackIn(app, "sound");
  breakTimeout(stackIn(app, "one"));
  breakTimeout(stackIn(app, "two"));
  const { problems } = errorOf(() => app.synth());
  expect(problems.map(({ id, path }) => `${path} ${id}`)).toEqual([
    "one/alb/targets/group health-timeout-not-below-interval",
    "two/alb/targets/group health-timeout-not-below-interval",
  ]);
  expect(problems[0]?.address).toMatch(/^aws_lb_target_group\./);
  expect(written()).toEqual([]);
});

test("the same app is written once it is mended", () => {
  const app = new App({ outdir });
  const { alb } = stackIn(app, "one");
  breakTimeout({ alb });
  errorOf(() => app.synth());
  alb.targetGroup.resource.addOverride("health_check.timeout", 2);
  app.synth();
  expect(written()).toEqual(["stacks/one/cdk.tf.json"]);
  alb.targetGroup.resource.addOverride("health_check.timeout", 3);
  app.synth();
  expect(JSON.stringify(read("one").resource.aws_lb_target_group)).toContain('"timeout":3');
});

test("a stack is resolved as often as one that nobody judges", () => {
  const app = new App({ outdir });
  const plain = new TerraformStack(app, "plain");
  const [judged, free] = [stackIn(app, "one").stack, plain].map((stack) =>
    jest.spyOn(new TerraformOutput(stack, "output", { value: "x" }), "toTerraform"),
  );
  app.synth();
  expect(judged?.mock.calls.length).toBe(free?.mock.calls.length);
});

test("a stack with aspects is judged as they leave it", () => {
  const app = new App({ outdir });
  stackIn(app, "one");
  const { stack, alb } = stackIn(app, "two");
  let visits = 0;
  Aspects.of(stack).add({
    visit: (node) => {
      if (node !== stack) return;
      visits += 1;
      breakTimeout({ alb });
    },
  });
  expect(errorOf(() => app.synth()).problems).toHaveLength(1);
  expect(visits).toBe(1);
});

test("a suppressed defect is no error, and the stack says why", () => {
  const app = new App({ outdir });
  const broken = stackIn(app, "one");
  breakTimeout(broken);
  suppressDefect(broken.alb, "health-timeout-not-below-interval", "an experiment with what AWS says");
  app.synth();
  expect(read("one")["//"]["alb-lab"]).toEqual({
    suppressions: [
      {
        id: "health-timeout-not-below-interval",
        path: "one/alb",
        reason: "an experiment with what AWS says",
      },
    ],
  });
});

test("a suppression of something else does not help", () => {
  const app = new App({ outdir });
  const broken = stackIn(app, "one");
  breakTimeout(broken);
  suppressDefect(broken.alb.http, "health-timeout-not-below-interval", "another place");
  expect(errorOf(() => app.synth()).problems).toHaveLength(1);
});

test("a suppression without a reason is refused", () => {
  const app = new App({ outdir });
  suppressDefect(stackIn(app, "one").alb, "plain-http-listener", " ");
  expect(errorOf(() => app.synth()).message).toBe(
    "one/alb: the suppression of plain-http-listener must have a reason, got none; say why it is wanted so [suppression-reason]",
  );
});

test("a warning is an annotation of the stack, once, and no reason not to write it", () => {
  const app = new App({ outdir });
  const { stack, alb } = stackIn(app, "one");
  suppressDefect(alb, "health-timeout-not-below-interval", "it was too long once");
  app.synth();
  app.synth();
  const warnings = stack.node.metadata
    .map(({ data }) => String(data))
    .filter((text) => text.includes("suppression"));
  expect(warnings).toEqual([
    'one/alb: a suppression must suppress something, got "health-timeout-not-below-interval" ("it was too long once") where it is not found any more; remove the suppression [suppression-unused]',
  ]);
  expect(written()).toEqual(["stacks/one/cdk.tf.json"]);
});

test("a quota that the team has raised is told to lint", () => {
  const app = new App({ outdir });
  const stack = new TerraformStack(app, "one");
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const network = new LabNetwork(stack, "network", { zones: ["eu-west-1a", "eu-west-1b"] });
  new AlbWithTargetGroup(stack, "alb", { network, quotas: { rules: 200 } });
  app.synth();
  expect(read("one")["//"]["alb-lab"]).toEqual({ quotas: { rulesPerLoadBalancer: 200 } });
});

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { HealthCheckedTargetGroup, LabNetwork } from "../../../constructs";
import { errorOf } from "../../support/error-of";
import { emptyStack } from "../../support/synthesize";

let outdir = "";
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), "refusals-"));
});
afterEach(() => rmSync(outdir, { recursive: true }));

function stackIn(app: App, name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region: "ap-northeast-2" });
  return stack;
}

/** A sound stack first, then two with two wrong constructs each. */
function wrongApp(): App {
  const app = new App({ outdir });
  new HealthCheckedTargetGroup(stackIn(app, "sound"), "targets", { vpcId: "vpc-1" });
  for (const name of ["dev", "prod"]) {
    const stack = stackIn(app, name);
    new HealthCheckedTargetGroup(stack, "targets", { vpcId: "vpc-1", port: 0, slowStartSeconds: 10 });
    new LabNetwork(stack, "network", { zones: ["ap-northeast-2a"] });
  }
  return app;
}

const expected = ["dev", "prod"].flatMap((name) => [
  `${name}/targets: port must be a whole number from 1 to 65535, got 0; give a number in that range [port-out-of-range]`,
  `${name}/targets: slowStartSeconds must be 0 or a whole number from 30 to 900, got 10; give a number in that range [slow-start-out-of-range]`,
  `${name}/network: zones must be of 2 zones or more for a load balancer, got 1; add a zone [too-few-zones]`,
]);

test("an app lists the problems of all constructs of all stacks in one error", () => {
  expect(errorOf(() => wrongApp().synth()).message.split("\n")).toEqual(expected);
});

test("an app with a problem writes no stack, the sound one before it neither", () => {
  errorOf(() => wrongApp().synth());
  const written = existsSync(outdir) ? readdirSync(outdir, { recursive: true }).map(String) : [];
  expect(written.filter((name) => /\.json$/.test(name))).toEqual([]);
});

test("one stack of the app alone lists the problems of all", () => {
  const app = wrongApp();
  const stack = app.node.findChild("prod") as TerraformStack;
  expect(errorOf(() => Testing.synth(stack)).message.split("\n")).toEqual(expected);
});

test("a problem carries the address of the resource that was made", () => {
  const { problems } = errorOf(() => wrongApp().synth());
  expect(problems[0]).toEqual({
    id: "port-out-of-range",
    path: "dev/targets",
    message: "port must be a whole number from 1 to 65535, got 0; give a number in that range",
    address: "aws_lb_target_group.targets_group_D4096A04",
  });
});

test("an app without problems is written", () => {
  const app = new App({ outdir });
  new HealthCheckedTargetGroup(stackIn(app, "sound"), "targets", { vpcId: "vpc-1" });
  app.synth();
  expect(existsSync(join(outdir, "stacks/sound/cdk.tf.json"))).toBe(true);
});

test("problems of one app are none of another's", () => {
  errorOf(() => wrongApp().synth());
  const stack = emptyStack();
  new HealthCheckedTargetGroup(stack, "targets", { vpcId: "vpc-1" });
  expect(() => Testing.synth(stack)).not.toThrow();
});

test("what cannot go on is thrown at once, with the problems found before", () => {
  const stack = emptyStack();
  new HealthCheckedTargetGroup(stack, "targets", { vpcId: "vpc-1", port: 0 });
  const error = errorOf(
    () => LabNetwork.fromExisting(stack, "network", undefined as never) && Testing.synth(stack),
  );
  expect(error.problems.map(({ id }) => id)).toEqual(["port-out-of-range", "vpc-missing", "subnets-missing"]);
});

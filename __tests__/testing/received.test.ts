import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects, TerraformStack, Testing } from "cdktf";
import "../../lab/testing";
import { parseTopology } from "../../lab/topology";
import { shop } from "../lint/support/shop";
import { albIn, emptyStack } from "../support/synthesize";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

const plan = join(__dirname, "../topology/fixtures/modular.plan.json");
const state = join(__dirname, "../topology/fixtures/modular.state.json");
const request = "GET https://lab.example.com/api/users";

describe("the argument of expect", () => {
  const scratch = mkdtempSync(join(tmpdir(), "received-"));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const stack = labStack("prod");

  it("may be a stack, which is not written anywhere", () => {
    expect(stack).toRoute(request).to("api");
  });

  it("may be what Testing.synth makes of a stack", () => {
    expect(Testing.synth(stack)).toRoute(request).to("api");
  });

  it("may be a stack's Terraform as an object", () => {
    expect(stack.toTerraform()).toRoute(request).to("api");
  });

  it("may be a file, a directory with one, or the output of a synth with several stacks", () => {
    const app = Testing.app({ outdir: scratch });
    for (const name of ["one", "two"]) albIn(stackIn(app, name));
    app.synth();
    const directory = join(scratch, "stacks/one");
    expect(join(directory, "cdk.tf.json")).toHaveHealthCheck("alb", { path: "/health" });
    expect(directory).toHaveHealthCheck("alb", { path: "/health" });
    expect(scratch).toHaveHealthCheck("alb", { path: "/health" }, { stack: "two" });
    expect(messageOf(() => expect(scratch).toHaveHealthCheck("alb", { path: "/health" }))).toBe(
      `${scratch}: must be one stack, got one, two; name it, such as { stack: "one" }, or give its path`,
    );
  });

  it("may be a plan or a state, by its path, its text, its bytes or what is in it", () => {
    for (const file of [plan, state]) {
      const text = readFileSync(file, "utf8");
      for (const input of [file, text, Buffer.from(text), JSON.parse(text), parseTopology(text)])
        expect(input).toHaveHealthCheck("orders", { path: "/health" });
    }
  });

  it("is read anew when it has changed", () => {
    const json = shop();
    expect(json).toHaveHealthCheck("api", { path: "/health" });
    json.resource.aws_lb_target_group.api.health_check.path = "/ready";
    expect(json).toHaveHealthCheck("api", { path: "/ready" });
    const file = join(scratch, "shop.json");
    writeFileSync(file, JSON.stringify(json));
    expect(file).toHaveHealthCheck("api", { path: "/ready" });
    writeFileSync(file, JSON.stringify(shop()));
    expect(file).toHaveHealthCheck("api", { path: "/health" });
  });

  it("is a stack that may still be built on between two assertions", () => {
    const grown = emptyStack();
    const group = targetGroup(grown, "a");
    expect(grown).toHaveHealthCheck("a", { path: "/a" });
    targetGroup(grown, "b");
    expect(grown).toHaveHealthCheck("b", { path: "/b" });
    group.healthCheck.path = "/other";
    expect(grown).toHaveHealthCheck("a", { path: "/other" });
    group.addOverride("health_check.path", "/override");
    expect(grown).toHaveHealthCheck("a", { path: "/override" });
    Aspects.of(grown).add({
      visit: (node) => node instanceof LbTargetGroup && node.addOverride("health_check.path", "/aspect"),
    });
    expect(grown).toHaveHealthCheck("a", { path: "/aspect" });
    expect(grown).toHaveHealthCheck("b", { path: "/aspect" });
  });

  it("is synthesized once for many assertions", () => {
    const counted = labStack("dev");
    const toTerraform = jest.spyOn(counted, "toTerraform");
    for (let count = 0; count < 50; count++) expect(counted).toHaveHealthCheck("alb", { path: "/health" });
    expect(toTerraform.mock.calls.length).toBeLessThan(3);
  });

  it("is left as it is: its own synth writes the same afterwards", () => {
    const untouched = labStack("dev");
    const before = Testing.synth(untouched);
    expect(untouched).toHaveTargets("web");
    expect(Testing.synth(untouched)).toBe(before);
  });
});

function stackIn(app: ReturnType<typeof Testing.app>, name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, "aws", { region: "ap-northeast-2" });
  return stack;
}

function targetGroup(stack: TerraformStack, name: string): LbTargetGroup {
  const healthCheck = { path: `/${name}` };
  return new LbTargetGroup(stack, name, { name, port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck });
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "../..");
const config = join(root, ".dependency-cruiser.cjs");

/** One import that breaks each rule: the file that holds it, and what it imports. */
const offences: Readonly<Record<string, { readonly file: string; readonly imports: string }>> = {
  "provider-deep-imports-only": { file: "constructs/network.ts", imports: "@cdktf/provider-aws" },
  "environments-are-data": { file: "environments/dev.ts", imports: "../constructs" },
  "constructs-know-no-environment": { file: "constructs/alb.ts", imports: "../environments" },
  "constructs-by-userdata-door": { file: "constructs/instance.ts", imports: "../userdata/gzip" },
  "constructs-without-io": { file: "constructs/names.ts", imports: "node:fs" },
  "server-stands-alone": { file: "server/app.js", imports: "../userdata" },
  "userdata-stands-alone": { file: "userdata/render.ts", imports: "cdktf" },
  "main-declares-only": { file: "main.ts", imports: "./cli" },
  "lab-knows-json-only": { file: "cli/program.ts", imports: "cdktf" },
  "topology-stands-alone": { file: "lab/topology/settle.ts", imports: "../alb" },
  "topology-reads-in-read-files": { file: "lab/topology/parse-input.ts", imports: "node:fs" },
  "topology-reads-disk-only": { file: "lab/topology/read-input.ts", imports: "node:https" },
  "alb-knows-topology-only": { file: "lab/alb/decide.ts", imports: "../topology/known" },
  "alb-is-pure": { file: "lab/alb/probe.ts", imports: "node:timers" },
  "lint-judges-topologies": { file: "lab/lint/lint.ts", imports: "../topology/settle" },
  "lint-is-pure": { file: "lab/lint/quotas.ts", imports: "node:fs" },
  "defects-stand-alone": { file: "lab/lint/defects/one.ts", imports: "./listener-port-taken" },
  "reach-follows-topologies": { file: "lab/reach/paths.ts", imports: "../topology/known" },
  "simulation-by-doors": { file: "lab/simulation/drill.ts", imports: "../topology/settle" },
  "testing-by-doors": { file: "lab/testing/matchers.ts", imports: "../alb/http/host" },
  "doctor-is-handed-evidence": { file: "lab/doctor/diagnose.ts", imports: "../local" },
  "causes-stand-alone": { file: "lab/doctor/causes/one.ts", imports: "./still-starting" },
  "aws-sees-only": { file: "lab/aws/describe.ts", imports: "../local" },
  "review-judges-changes": { file: "lab/review/review.ts", imports: "../local" },
  "risks-stand-alone": { file: "lab/review/risks/one.ts", imports: "./logs-off" },
  "diagram-draws-topologies": { file: "lab/diagram/diagram.ts", imports: "../lint/lint" },
  "judges-are-pure": { file: "lab/reach/world.ts", imports: "node:fs" },
  "aws-sdk-in-one-room": { file: "cli/doctor.ts", imports: "@aws-sdk/client-ec2" },
  "local-runs-topologies": { file: "lab/local/start-lab.ts", imports: "../../cli" },
  "cli-by-doors": { file: "cli/up.ts", imports: "../lab/local/start-lab" },
  doors: { file: "scripts/start.ts", imports: "../lab/topology/settle" },
  "folders-by-door": { file: "lab/alb/index.ts", imports: "./http/host" },
  "no-circles": { file: "constructs/circle.ts", imports: "./index" },
  "no-unresolved": { file: "scripts/golden.ts", imports: "./nowhere" },
};

const scratch = mkdtempSync(join(tmpdir(), "directions-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(scratch, file)), { recursive: true });
  writeFileSync(join(scratch, file), text);
}

function cruise() {
  const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const folders = ["main.ts", "constructs", "environments", "server", "userdata", "lab", "cli", "scripts"];
  const run = spawnSync(
    process.execPath,
    [program, "--config", config, "--output-type", "json", ...folders],
    {
      cwd: scratch,
      maxBuffer: 1 << 28,
    },
  );
  return JSON.parse(run.stdout.toString()) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
}

describe("the import directions", () => {
  const rules: { name: string; comment: string }[] = require(config).forbidden;

  it("are each broken by the offence made for it", () => {
    symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"));
    for (const door of [
      "constructs",
      "environments",
      "userdata",
      "lab/topology",
      "lab/alb",
      "lab/local",
      "cli",
    ])
      write(`${door}/index.ts`, "export const a = 1;\n");
    for (const file of [
      "constructs/network.ts",
      "userdata/gzip.ts",
      "lab/topology/known.ts",
      "lab/topology/settle.ts",
      "lab/lint/defects/listener-port-taken.ts",
      "lab/alb/http/host.ts",
      "lab/doctor/causes/still-starting.ts",
      "lab/review/risks/logs-off.ts",
    ])
      write(file, "export const a = 1;\n");
    write("constructs/index.ts", 'export * as circle from "./circle";\n');
    for (const { file, imports } of Object.values(offences))
      write(file, `export * as b from "${imports}";\n`);
    const broken = cruise().summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    const expected = Object.entries(offences).map(([name, { file }]) => `${name}: ${file}`);
    expect(broken).toEqual(expect.arrayContaining(expected));
  });

  it("are all tried here, and each tells the offender what to do", () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(offences).sort());
    for (const { comment } of rules) expect(comment.length).toBeGreaterThan(40);
  });
});

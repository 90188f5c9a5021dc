import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "./run";

const directory = mkdtempSync(join(tmpdir(), "commands-"));
const output = join(directory, "out");
afterAll(() => rmSync(directory, { recursive: true }));

/** A stand-in for a program that notes its words and ends with the given code. */
function standIn(name: string, exitCode: number): void {
  const file = join(directory, name);
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(directory, `${name}.words`)}'\nexit ${exitCode}\n`,
  );
  chmodSync(file, 0o755);
}

const jsonOf = (name: string) => join(output, "stacks", name, "cdk.tf.json");
const withStandIns = {
  CDKTF_OUTDIR: output,
  PATH: `${directory}:${process.env.PATH}`,
  TERRAFORM_BINARY_NAME: "",
};

describe("main.ts", () => {
  test("writes one stack for each named environment", () => {
    expect(runScript("main.ts", ["dev"], withStandIns)).toMatchObject({ exitCode: 0, err: "" });
    expect(existsSync(jsonOf("dev"))).toBe(true);
    expect(existsSync(jsonOf("prod"))).toBe(false);
  });

  test("prints problems as lines, without a stack trace, and ends with 1", () => {
    expect(runScript("main.ts", ["production", "qa"], withStandIns)).toEqual({
      exitCode: 1,
      out: "",
      err: [
        'environment must be dev, staging or prod, got "production"; did you mean prod [environment-unknown]',
        'environment must be dev, staging or prod, got "qa"; choose one of these [environment-unknown]',
        "",
      ].join("\n"),
    });
  });
});

describe("npm run synth", () => {
  test("writes every environment without any setting and names the files", () => {
    const { exitCode, out, err } = runScript("scripts/environment.ts", ["synth"], withStandIns);
    expect(exitCode).toBe(0);
    expect(out.trim().split("\n")).toEqual(
      ["dev", "staging", "prod"].map((name) => `written: ${jsonOf(name)}`),
    );
    for (const name of ["dev", "staging", "prod"]) JSON.parse(readFileSync(jsonOf(name), "utf8"));
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^warning: prod/);
    expect(err).toContain("a load balancer of the internet must have a web ACL");
  });

  test("warns of nothing in dev and staging", () => {
    const { exitCode, err } = runScript("scripts/environment.ts", ["synth", "dev", "staging"], withStandIns);
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  });

  test("refuses an unknown environment with 2", () => {
    const { exitCode, err } = runScript("scripts/environment.ts", ["synth", "production"], withStandIns);
    expect(exitCode).toBe(2);
    expect(err).toBe('environment must be dev, staging or prod, got "production"; did you mean prod\n');
  });
});

describe("npm run deploy, diff and destroy", () => {
  test("hand the environment and the options to cdktf and end with its exit code", () => {
    standIn("npx", 7);
    standIn("terraform", 0);
    const words = ["deploy", "dev", "--auto-approve", "--var", "a=b c"];
    expect(runScript("scripts/environment.ts", words, withStandIns).exitCode).toBe(7);
    expect(readFileSync(join(directory, "npx.words"), "utf8").trim().split("\n")).toEqual([
      "--yes",
      "cdktf-cli@0.21.0",
      "deploy",
      "dev",
      "--app",
      "npx ts-node main.ts dev",
      "--auto-approve",
      "--var=a=b c",
    ]);
  });

  test("stop before cdktf when the deploy or the destroy is refused", () => {
    standIn("npx", 0);
    rmSync(join(directory, "npx.words"), { force: true });
    const deploy = runScript("scripts/environment.ts", ["deploy", "prod"], withStandIns);
    const destroy = runScript("scripts/environment.ts", ["destroy", "prod"], withStandIns);
    expect([deploy.exitCode, destroy.exitCode]).toEqual([1, 1]);
    expect(deploy.err).toMatch(/^deploy prod: environments\/prod\.ts must hold what only your team knows/);
    expect(destroy.err).toMatch(/^destroy prod: deletionProtection/); // G31
    expect(existsSync(join(directory, "npx.words"))).toBe(false);
  });

  test("say in one line that Terraform is missing, and end with 2", () => {
    const env = { ...withStandIns, TERRAFORM_BINARY_NAME: "no-such-terraform" };
    expect(runScript("scripts/environment.ts", ["diff", "dev"], env)).toEqual({
      exitCode: 2,
      out: "",
      err: "no-such-terraform must be on the PATH, not found; install Terraform 1.10 or later, or set TERRAFORM_BINARY_NAME to the program you have\n",
    });
  });
});

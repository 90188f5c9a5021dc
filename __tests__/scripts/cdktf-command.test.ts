import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { version } from "../../node_modules/cdktf/package.json";
import { cdktfCli, cdktfCommand, readProgramOnPath, terraformMissing } from "../../scripts/cdktf-command";

test("cdktf runs through npx at the release of the library, for one stack only", () => {
  expect(cdktfCli).toBe(`cdktf-cli@${version}`);
  expect(
    cdktfCommand({ command: "deploy", environments: ["dev"], options: ["--auto-approve"], help: false }),
  ).toEqual([
    "npx",
    "--yes",
    "cdktf-cli@0.21.0",
    "deploy",
    "dev",
    "--app",
    "npx ts-node main.ts dev",
    "--auto-approve",
  ]);
});

describe("a program on the PATH", () => {
  const directory = mkdtempSync(join(tmpdir(), "path-"));
  const program = join(directory, "terraform");
  afterAll(() => rmSync(directory, { recursive: true }));

  test("is found in the first directory that holds it", () => {
    writeFileSync(program, "#!/bin/sh\n");
    chmodSync(program, 0o755);
    expect(readProgramOnPath("terraform", ["/nowhere", directory].join(delimiter))).toBe(program);
    expect(readProgramOnPath(program, "")).toBe(program);
  });

  test("is not a directory, nor a file that cannot be run", () => {
    mkdirSync(join(directory, "tofu"));
    writeFileSync(join(directory, "text"), "");
    expect(readProgramOnPath("tofu", directory)).toBeUndefined();
    expect(readProgramOnPath("text", directory)).toBeUndefined();
  });

  test("that is missing is named with what to do", () => {
    expect(terraformMissing("terraform")).toBe(
      "terraform must be on the PATH, not found; install Terraform 1.10 or later, or set TERRAFORM_BINARY_NAME to the program you have",
    );
  });
});

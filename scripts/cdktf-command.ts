import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Request } from "./command-line";

/** The release of the cdktf command line that fits the cdktf library of this project. */
export const cdktfCli = "cdktf-cli@0.21.0";

/** The words that run cdktf through npx for one environment; only its stack is synthesized. */
export function cdktfCommand({ command, environments, options }: Request): readonly string[] {
  const [environment = ""] = environments;
  return [
    "npx",
    "--yes",
    cdktfCli,
    command,
    environment,
    "--app",
    `npx ts-node main.ts ${environment}`,
    ...options,
  ];
}

/** Looks for a program in the directories of `path`; undefined when none holds it. */
export function readProgramOnPath(program: string, path: string): string | undefined {
  const candidates = program.includes("/")
    ? [program]
    : path.split(delimiter).map((part) => join(part, program));
  return candidates.find(isExecutable);
}

/** The line for a machine without Terraform. */
export function terraformMissing(program: string): string {
  const advice = "install Terraform 1.10 or later, or set TERRAFORM_BINARY_NAME to the program you have";
  return `${program} must be on the PATH, not found; ${advice}`;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

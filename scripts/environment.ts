import "./report-syntax";

import { spawn } from "node:child_process";
import { EnvironmentError, selectEnvironments } from "../environments";
import { cdktfCommand, readProgramOnPath, terraformMissing } from "./cdktf-command";
import { parseCommandLine, type Request, usage } from "./command-line";
import { deployNote, refusals, unattendedWithoutApproval } from "./refusals";
import { readWarnings } from "./warnings";

/** Exit codes: 0 done, 1 a problem was found, 2 the command could not run; else the one of cdktf. */
async function run(words: readonly string[]): Promise<number> {
  const request = parseCommandLine(words);
  if ("mistakes" in request) return say(2, request.mistakes);
  if (request.help) {
    console.log(usage(request.command));
    return 0;
  }
  return request.command === "synth" ? synth(request) : cdktf(request);
}

async function synth({ environments }: Request): Promise<number> {
  const { problemLines, synthesize } = await import("../main");
  try {
    const files = synthesize(environments);
    for (const file of files) console.log(`written: ${file}`);
    for (const warning of readWarnings(files)) console.error(`warning: ${warning}`);
    return 0;
  } catch (error) {
    return say(1, [problemLines(error)]);
  }
}

async function cdktf(request: Request): Promise<number> {
  try {
    for (const environment of selectEnvironments(request.environments)) {
      const reasons = refusals(request.command, environment);
      if (reasons.length > 0) return say(1, reasons);
      const note = request.command === "deploy" ? deployNote(environment) : undefined;
      if (note) console.error(note);
    }
  } catch (error) {
    if (error instanceof EnvironmentError) return say(1, [error.message]);
    throw error;
  }
  const unattended = unattendedWithoutApproval(request, process.stdin.isTTY === true);
  if (unattended) return say(2, [unattended]);
  const terraform = process.env.TERRAFORM_BINARY_NAME || "terraform";
  if (!readProgramOnPath(terraform, process.env.PATH ?? "")) return say(2, [terraformMissing(terraform)]);
  return runToEnd(cdktfCommand(request));
}

/** A Ctrl-C reaches the child by itself; this process waits for it, so that Terraform can release its lock. */
function runToEnd([program = "", ...words]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: "inherit" });
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("error", ({ message }) =>
      resolve(say(2, [`${program} must start, got ${message}; install Node with npm`])),
    );
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function say(exitCode: number, lines: readonly string[]): number {
  for (const line of lines) console.error(line);
  return exitCode;
}

run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

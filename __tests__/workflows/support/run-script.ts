import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, runProgram } from "../../e2e/support/child-process";
import { scripts } from "./workflows";

const directories: string[] = [];

/** A directory that is removed by {@link removeDirectories}. */
export function newDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "alb-lab-workflow-"));
  directories.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
}

/** How a script ended, and what it told the jobs after it. */
export interface Told extends Outcome {
  readonly outputs: string;
  readonly summary: string;
}

/** Runs a script of `.github/scripts` as a step of a job does. */
export async function runScript(
  file: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd = newDirectory(),
): Promise<Told> {
  const told = newDirectory();
  const outputs = join(told, "outputs");
  const summary = join(told, "summary");
  for (const path of [outputs, summary]) writeFileSync(path, "");
  const program = file.endsWith(".js") ? process.execPath : "bash";
  const outcome = await runProgram(program, [join(scripts, file), ...words], {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
  });
  return { ...outcome, outputs: readFileSync(outputs, "utf8"), summary: readFileSync(summary, "utf8") };
}

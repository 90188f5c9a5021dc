import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../e2e/support/child-process";
import { newDirectory } from "./run-script";
import { type Step, workflow } from "./workflows";

/** What GitHub would know when a job starts. */
export interface Surroundings {
  /** The directory into which the repository was checked out. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Values of expressions, as they stand between the braces. */
  readonly values: Readonly<Record<string, string>>;
  /** What the actions of others do, by name; one that is not named does nothing. */
  readonly actions?: Readonly<Record<string, () => void>>;
}

/** How a job ended. */
export interface Ended {
  /** Name of the step that failed, if one did. */
  readonly failed: string | undefined;
  readonly out: string;
}

/** Runs the steps of a job in order, each script in the shell in which GitHub runs it, until one fails. */
export async function runJob(file: string, name: string, surroundings: Surroundings): Promise<Ended> {
  const { env: ofWorkflow, jobs } = workflow(file);
  const job = jobs[name];
  if (!job) throw new Error(`${file} must have the job ${name}, got none`);
  const outputs: Record<string, string> = {};
  let out = "";
  for (const step of job.steps ?? []) {
    if (!isWanted(step, outputs)) continue;
    if (step.uses !== undefined) {
      surroundings.actions?.[step.uses.replace(/@.*/, "")]?.();
      continue;
    }
    const files = { output: join(newDirectory(), "output"), summary: join(newDirectory(), "summary") };
    for (const path of Object.values(files)) writeFileSync(path, "");
    const settings = Object.entries({ ...ofWorkflow, ...job.env, ...step.env });
    const env = {
      ...surroundings.env,
      ...Object.fromEntries(settings.map(([key, value]) => [key, filled(String(value), surroundings)])),
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
    };
    const words = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run ?? ""];
    const ended = await runProgram("bash", words, { cwd: surroundings.cwd, env });
    out += ended.out + ended.err + readFileSync(files.summary, "utf8");
    for (const [, key, value = ""] of readFileSync(files.output, "utf8").matchAll(/^([\w-]+)=(.*)$/gm))
      outputs[`steps.${step.id}.outputs.${key}`] = value;
    if (ended.exitCode !== 0) return { failed: step.name ?? step.run, out };
  }
  return { failed: undefined, out };
}

/** Conditions of two forms: an output of an earlier step, and a file that is there. */
function isWanted({ if: condition = "" }: Step, outputs: Readonly<Record<string, string>>): boolean {
  const [, output = "", wanted] = /^(steps\S+) == '(.*)'$/.exec(condition) ?? [];
  if (wanted !== undefined) return outputs[output] === wanted;
  if (condition === "" || condition.includes("cancelled()") || condition.startsWith("hashFiles("))
    return true;
  throw new Error(`a condition of a known form is needed, got ${condition}`);
}

function filled(text: string, { values }: Surroundings): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`a value must be given for ${expression}`);
    return value;
  });
}

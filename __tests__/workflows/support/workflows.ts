import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const root = join(__dirname, "../../..");
export const scripts = join(root, ".github/scripts");
const directory = join(root, ".github/workflows");

type Texts = Readonly<Record<string, string | number | boolean>>;

/** A step as its file has it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Texts;
  readonly env?: Texts;
  readonly run?: string;
}

export interface Job {
  readonly if?: string;
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly env?: Texts;
  readonly uses?: string;
  readonly secrets?: unknown;
  readonly strategy?: { readonly matrix: { readonly environment: readonly string[] } };
  readonly steps?: readonly Step[];
  readonly concurrency?: unknown;
}

export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly on: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly env?: Texts;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** All workflows of this repository. */
export const workflows: readonly Workflow[] = readdirSync(directory).map((file) => {
  const text = readFileSync(join(directory, file), "utf8");
  return { ...parse(text), file, text };
});

export function workflow(file: string): Workflow {
  const found = workflows.find((one) => one.file === file);
  if (!found) throw new Error(`${file} must be a workflow, got none`);
  return found;
}

/** A job, and where it stands. */
export interface PlacedJob {
  /** Such as `apply.yml: dev`. */
  readonly place: string;
  readonly job: Job;
  readonly workflow: Workflow;
}

export const jobs: readonly PlacedJob[] = workflows.flatMap((one) =>
  Object.entries(one.jobs).map(([name, job]) => ({ place: `${one.file}: ${name}`, job, workflow: one })),
);

export const steps = jobs.flatMap(({ place, job, workflow: of }) =>
  (job.steps ?? []).map((step) => ({
    place: `${place}: ${step.name ?? step.uses ?? step.run}`,
    step,
    job,
    workflow: of,
  })),
);

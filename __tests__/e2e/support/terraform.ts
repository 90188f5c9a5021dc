import { outputOf, type RunOptions, runProgram } from "./child-process";

/** What Terraform would do to one resource. */
export interface Change {
  readonly address: string;
  /** Such as `["create"]`, or `["create", "delete"]` for a replacement that creates first. */
  readonly actions: readonly string[];
}

/** `terraform init` in the directory of a stack. */
export async function initialize(options: RunOptions): Promise<void> {
  await outputOf("terraform", ["init", "-no-color"], options);
}

/** Plans into the file `change.tfplan` and gives everything that it would change, sorted by address. */
export async function plannedChanges(options: RunOptions): Promise<readonly Change[]> {
  await outputOf("terraform", ["plan", "-no-color", "-out=change.tfplan"], options);
  const plan = JSON.parse(await outputOf("terraform", ["show", "-json", "change.tfplan"], options)) as {
    resource_changes?: { address: string; change: { actions: string[] } }[];
  };
  return (plan.resource_changes ?? [])
    .map(({ address, change }) => ({ address, actions: change.actions }))
    .filter(({ actions }) => actions.join() !== "no-op")
    .sort((one, other) => one.address.localeCompare(other.address));
}

/** Applies what {@link plannedChanges} planned last. */
export async function applyPlanned(options: RunOptions): Promise<void> {
  await outputOf("terraform", ["apply", "-no-color", "change.tfplan"], options);
}

/** Output of a plan that must find nothing to change: not in resources, not in outputs. */
export async function emptyPlan(options: RunOptions): Promise<string> {
  const { exitCode, out, err } = await runProgram(
    "terraform",
    ["plan", "-no-color", "-detailed-exitcode"],
    options,
  );
  if (exitCode === 0) return out;
  throw new Error(`terraform plan: must find no changes (exit code 0), got ${exitCode}\n${out}\n${err}`);
}

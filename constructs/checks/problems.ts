import { Aspects, type IAspect, type TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { ProblemId } from "./problem-ids";
import { oneLine } from "./values";

/** One wrong prop or one contradiction between props, as data. */
export interface Problem {
  /** Stable id of the kind of problem, such as `port-out-of-range`. */
  readonly id: string;
  /** Path of the construct that was given the value, such as `dev/web/targets`. */
  readonly path: string;
  /** Terraform address of the resource concerned, when there is one. */
  readonly address?: string;
  /** What must be, what was got, what to do: one line, lower case. */
  readonly message: string;
}

/** Thrown at synth when any construct of the app holds a problem; lists the problems of all constructs. */
export class ConfigurationError extends Error {
  public override readonly name = "ConfigurationError";

  /** Every problem of the app. */
  declare public readonly problems: readonly Problem[];

  public constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message, id }) => oneLine(`${path}: ${message} [${id}]`)).join("\n"));
    // not enumerable: Node prints enumerable properties of an uncaught error below its message, which has them all
    Object.defineProperty(this, "problems", { value: problems });
  }
}

type Reported = Omit<Problem, "address"> & { readonly resource?: () => TerraformResource | undefined };

const reportedByRoot = new WeakMap<IConstruct, Reported[]>();
const gatedStacks = new WeakSet<TerraformStack>();
const refusals = new WeakSet<IAspect>();

/**
 * Notes a problem of a construct. Nothing is thrown here, so that one run shows every problem of the app;
 * the construct's stack refuses to synthesize instead.
 */
export function reportProblem(
  construct: IConstruct,
  id: ProblemId,
  message: string,
  resource?: () => TerraformResource | undefined,
): void {
  const root = construct.node.root;
  const reported = reportedByRoot.get(root) ?? [];
  reportedByRoot.set(root, reported);
  const problem: Reported = resource
    ? { id, path: construct.node.path, message, resource }
    : { id, path: construct.node.path, message };
  if (!reported.some((other) => other.path === problem.path && other.message === message)) {
    reported.push(problem);
  }
  if (reported.length === 1) root.node.findAll().filter(TerraformStack.isStack).forEach(refuseAtSynth);
  refuseAtSynth(TerraformStack.of(construct));
}

/** Throws every problem reported in the app of this construct, if there is one. */
export function assertNoProblems(construct: IConstruct): void {
  const reported = reportedByRoot.get(construct.node.root) ?? [];
  if (reported.length > 0) throw new ConfigurationError(reported.map(withAddress));
}

function withAddress({ resource, ...problem }: Reported): Problem {
  const made = resource?.();
  return made ? { ...problem, address: `${made.terraformResourceType}.${made.friendlyUniqueId}` } : problem;
}

/**
 * No stack of the app is written while one is wrong: the others that exist are stopped too, because they may
 * come first.
 *
 * Aspects run both in `app.synth()` and in `Testing.synth(stack)`; validations run only in the first.
 */
function refuseAtSynth(stack: TerraformStack): void {
  if (gatedStacks.has(stack)) return;
  gatedStacks.add(stack);
  const refusal: IAspect = {
    visit: (node) => {
      if (node === stack) assertNoProblems(stack);
    },
  };
  refusals.add(refusal);
  Aspects.of(stack).add(refusal);
}

/** Whether an aspect is one of those that only refuse. */
export function isRefusal(aspect: IAspect): boolean {
  return refusals.has(aspect);
}

/** One wrong value, or one contradiction between values, in the file of an environment. */
export interface Problem {
  /** Stable id of the kind of problem, such as `services-port-invalid`. */
  readonly id: string;
  /** File to edit, such as `environments/dev.ts`; empty when the problem is in no file. */
  readonly path: string;
  /** What must be, what was got, what to do: one line, lower case. */
  readonly message: string;
}

/** Thrown when an environment cannot be used; `message` holds all problems, one a line. */
export class EnvironmentError extends Error {
  public override readonly name = "EnvironmentError";

  public constructor(public readonly problems: readonly Problem[]) {
    super(problems.map(renderProblem).join("\n"));
  }
}

function renderProblem({ id, path, message }: Problem): string {
  return `${path === "" ? "" : `${path}: `}${message} [${id}]`;
}

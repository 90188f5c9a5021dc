import { type ITerraformDependable, TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { assertNoProblems } from "../checks/problems";

/**
 * Runs the part of a constructor that declares resources, without collecting stack traces for tokens.
 *
 * Each attribute of a resource is a token, and cdktf takes a full stack trace for each, which nobody reads.
 * Under ts-node every trace goes through the source-map hook, which is most of the time of a build. An error
 * keeps its own trace: the language takes that one by itself.
 *
 * If declaring fails after problems were reported, the problems are thrown: they are the cause.
 */
export function declare<T>(construct: IConstruct, resources: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = () => undefined;
  try {
    return resources();
  } catch (error) {
    assertNoProblems(construct);
    throw error;
  } finally {
    Error.captureStackTrace = capture;
  }
}

/**
 * For `dependsOn` within {@link declare}: the addresses are tokens too, and are made here instead of at synth.
 * What is in another stack is left out: Terraform cannot depend on it, and that stack is applied first.
 */
export function dependencies(
  scope: IConstruct,
  resources: Iterable<ITerraformDependable>,
): ITerraformDependable[] {
  const stack = TerraformStack.of(scope);
  const here = [...resources].filter(
    (resource) => !(resource instanceof TerraformElement) || TerraformStack.of(resource) === stack,
  );
  return here.map(({ fqn }) => ({ fqn }));
}

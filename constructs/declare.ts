import type { IConstruct } from "constructs";
import { assertNoProblems } from "./problems";

/**
 * Runs the part of a constructor that declares resources, without collecting stack traces.
 *
 * Each attribute of a resource is a token, and each token takes a full stack trace that nobody reads. Under
 * ts-node every trace goes through the source-map hook, which is most of the time of a build. Here the hook
 * is replaced while resources are declared; an error thrown meanwhile still shows its own trace, because
 * that is formatted when it is read, after the hook is back.
 *
 * If declaring fails after problems were reported, the problems are thrown: they are the cause.
 */
export function declare<T>(construct: IConstruct, resources: () => T): T {
  const hook = Error.prepareStackTrace;
  Error.prepareStackTrace = () => "";
  try {
    return resources();
  } catch (error) {
    Error.prepareStackTrace = hook;
    assertNoProblems(construct);
    throw error;
  } finally {
    Error.prepareStackTrace = hook;
  }
}

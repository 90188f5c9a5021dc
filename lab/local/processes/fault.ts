import { LabError } from "../lab-error";
import type { ChildFault } from "./commands";
import type { Fault } from "./target-process";

const LONGEST_DELAY_MS = 600_000;

/** @throws LabError for a delay out of range */
export function checkFault({ delayMs = 0 }: Fault): void {
  if (!(delayMs >= 0 && delayMs <= LONGEST_DELAY_MS))
    throw new LabError(
      `the delay of a target must be 0 to ${LONGEST_DELAY_MS} ms, got ${delayMs}; choose one of these`,
    );
}

/** A fault as the child is told. */
export function childFault({ delayMs, breakHealth }: Fault, healthPaths: readonly string[]): ChildFault {
  return {
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(breakHealth ? { brokenPaths: healthPaths } : {}),
  };
}

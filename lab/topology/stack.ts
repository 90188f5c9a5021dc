import { TopologyInputError } from "./input";
import type { Topology } from "./model/topology";
import type { ReadOptions } from "./read-input";

/** A stack that somebody names must be the one of the input. @throws TopologyInputError */
export function assertStack({ source }: Topology, input: string, { stack }: ReadOptions): void {
  if (stack === undefined || stack === source.stack) return;
  throw new TopologyInputError(
    input,
    `must hold the stack ${stack}`,
    source.stack ?? "an input without stacks",
    "leave --stack out or give another input",
  );
}

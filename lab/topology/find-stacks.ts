import { basename, dirname, resolve } from "node:path";
import type { TopologyInput } from "./input";
import { outputOf, readInput, readInputPath } from "./read-input";
import { readStackPaths } from "./read-manifest";

/** One stack of a synthesized application. */
export interface FoundStack {
  readonly name: string;
  /** @throws TopologyInputError where this one cannot be read, whatever the others are */
  read(): TopologyInput;
}

/**
 * Every stack that a synth has left: those of `cdktf.out`, or the only one of a stack's own directory or file, which is
 * then called by its directory.
 * @throws TopologyInputError where there are none, or the only one cannot be read
 */
export function findStacks(path: string): readonly FoundStack[] {
  const output = outputOf(path);
  if (output === undefined) {
    const file = readInputPath(path);
    const input = readInput(file);
    return [{ name: basename(dirname(resolve(file))), read: () => input }];
  }
  return [...readStackPaths(output)].map(([name, file]) => ({ name, read: () => readInput(file) }));
}

import { basename, dirname, resolve } from "node:path";
import type { TopologyInput } from "./input";
import { outputOf, readInput, readInputPath } from "./read-input";
import { readStackPaths } from "./read-manifest";

/** One stack of a synthesized application. */
export interface ReadStack {
  readonly name: string;
  readonly input: TopologyInput;
}

/**
 * Reads every stack that a synth has left: those of `cdktf.out`, or the only one of a stack's own directory or file, which
 * is then called by its directory.
 * @throws TopologyInputError
 */
export function readStacks(path: string): readonly ReadStack[] {
  const output = outputOf(path);
  if (output === undefined) {
    const file = readInputPath(path);
    return [{ name: basename(dirname(resolve(file))), input: readInput(file) }];
  }
  return [...readStackPaths(output)].map(([name, file]) => ({ name, input: readInput(file) }));
}

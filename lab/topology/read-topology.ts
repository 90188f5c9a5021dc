import type { Topology } from "./model/topology";
import { outputOf, type ReadOptions, readInput } from "./read-input";
import { assertStack } from "./stack";
import { topologyOfInput } from "./topology-of-input";

/**
 * The topology of a Terraform input on disk: a file as {@link parseTopology} takes its text, the directory of a
 * synthesized stack, or a directory with `cdktf.out`.
 *
 * @param options which stack, where there are several
 * @throws TopologyInputError when it cannot be read; the message is one line
 */
export function readTopology(path: string, options: ReadOptions = {}): Topology {
  const topology = topologyOfInput(readInput(path, options));
  // a manifest has been asked for the stack before
  if (outputOf(path) === undefined) assertStack(topology, path, options);
  return topology;
}

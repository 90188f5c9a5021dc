import { buildTopology } from "./build/topology";
import { resourceGraph } from "./graph";
import type { Topology } from "./model/topology";
import { type ReadOptions, readInput } from "./read-input";

/**
 * The topology of a Terraform input on disk: a file as {@link parseTopology} takes its text, the directory of a
 * synthesized stack, or a directory with `cdktf.out`.
 *
 * @param options which stack, where there are several
 * @throws TopologyInputError when it cannot be read; the message is one line
 */
export function readTopology(path: string, options: ReadOptions = {}): Topology {
  return buildTopology(resourceGraph(readInput(path, options)));
}

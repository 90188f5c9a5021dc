import { buildTopology } from "./build/topology";
import { resourceGraph } from "./graph";
import { parseInput } from "./input";
import type { Topology } from "./model/topology";

/**
 * The topology in the text, or the bytes, of a Terraform input: a synthesized stack (`cdk.tf.json`), a plan or a state as
 * `terraform show -json` prints it, or a state file.
 *
 * @param name what an error calls the input
 * @throws TopologyInputError when it is none of these; the message is one line
 */
export function parseTopology(text: string | Uint8Array, name = "input"): Topology {
  return buildTopology(resourceGraph(parseInput(text, name)));
}

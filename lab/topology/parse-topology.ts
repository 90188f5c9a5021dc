import type { JsonObject } from "./graph/json";
import { parseInput } from "./input";
import type { Topology } from "./model/topology";
import type { ReadOptions } from "./read-input";
import { assertStack } from "./stack";
import { topologyOfInput } from "./topology-of-input";

/**
 * The topology in the text, or the bytes, of a Terraform input: a synthesized stack (`cdk.tf.json`), a plan or a state as
 * `terraform show -json` prints it, or a state file.
 *
 * @param name what an error calls the input
 * @param options which stack it must be
 * @throws TopologyInputError when it is none of these; the message is one line
 */
export function parseTopology(
  text: string | Uint8Array,
  name = "input",
  options: ReadOptions = {},
): Topology {
  const topology = topologyOfInput(parseInput(text, name));
  assertStack(topology, name, options);
  return topology;
}

/**
 * The topology of a stack that is about to be written, without its text.
 *
 * @param json what would be in `cdk.tf.json`; it must be a tree of plain values, as JSON is
 */
export function topologyOf(json: object): Topology {
  return topologyOfInput({ kind: "synth", json: json as JsonObject });
}

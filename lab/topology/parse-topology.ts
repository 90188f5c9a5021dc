import { buildTopology } from "./build/topology";
import { configGraph } from "./graph";
import type { Topology } from "./model/topology";

/** The topology in the text of a Terraform input. */
export function parseTopology(text: string): Topology {
  return buildTopology(configGraph(JSON.parse(text)));
}

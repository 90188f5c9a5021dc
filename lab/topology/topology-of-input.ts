import { buildTopology } from "./build/topology";
import { resourceGraph } from "./graph";
import type { TopologyInput } from "./input";
import type { Topology } from "./model/topology";

/** The topology of an input that has been read or parsed before. */
export function topologyOfInput(input: TopologyInput): Topology {
  return buildTopology(resourceGraph(input));
}

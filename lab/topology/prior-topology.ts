import { isJsonObject, member } from "./graph/json";
import type { TopologyInput } from "./input";
import type { Topology } from "./model/topology";
import { topologyOfInput } from "./topology-of-input";

/**
 * What a plan starts from: what Terraform has recorded and refreshed, at the addresses that it has after all moves. Empty
 * for the first plan of a stack.
 */
export function priorTopology({ json }: TopologyInput): Topology {
  const prior = member(json, "prior_state");
  return topologyOfInput({ kind: "state", json: isJsonObject(prior) ? prior : {} });
}

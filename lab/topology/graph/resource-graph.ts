import type { TopologyInput } from "../input";
import { configGraph } from "./config/config-graph";
import type { ResourceGraph } from "./types";
import { planGraph } from "./values/plan-graph";
import { rawStateGraph, stateGraph } from "./values/state-graph";

const makers = {
  synth: configGraph,
  plan: planGraph,
  state: stateGraph,
  "state-file": rawStateGraph,
};

/** The graph of whatever a Terraform input is. */
export function resourceGraph({ kind, json }: TopologyInput): ResourceGraph {
  return makers[kind](json);
}

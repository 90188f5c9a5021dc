export { configGraph } from "./config/config-graph";
export type { Block, Path, Resource, ResourceGraph, Value } from "./types";
export { planGraph } from "./values/plan-graph";
export { rawStateGraph, stateGraph } from "./values/state-graph";

export { resourceGraph } from "./resource-graph";
export type { Block, Path, Resource, ResourceGraph, Value } from "./types";

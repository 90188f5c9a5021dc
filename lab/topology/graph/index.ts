export { configGraph } from "./config/config-graph";
export type { Block, Path, Resource, ResourceGraph, Value } from "./types";

export { resourceGraph } from "./resource-graph";
export type { Block, Resource, ResourceGraph } from "./types";

export type { Answer, GroupShare } from "./answer";
export type { EntranceDiff } from "./entrance-diff";
export { type ExampleRequest, renderExample } from "./example";
export type { Region, RegionKind } from "./region";
export { type RouteDiff, routeDiff } from "./route-diff";

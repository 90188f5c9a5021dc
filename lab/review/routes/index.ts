import type { Subject } from "../../lint";

// replaced by the author of this folder
export interface RouteDiff {
  readonly entrances: readonly never[];
}
export function routeDiff(_before: Subject, _after: Subject): RouteDiff {
  return { entrances: [] };
}

import type { RequestFacts } from "../../alb";
import type { RouteRule } from "./route-rule";
import type { Shape } from "./shape";

/** Requests that are answered differently: those that one rule decides before, and one after. */
export interface Cell {
  readonly before: RouteRule;
  readonly after: RouteRule;
  readonly shape: Shape;
  readonly example: RequestFacts;
  /** False: it holds only those of which it is certain, and some rule may make it larger. */
  readonly isWhole: boolean;
  /** Whether the shape holds requests of further rules, of the same answer. */
  readonly isMerged?: boolean;
}

import type { RequestFacts } from "../../alb";
import type { Answer } from "./answer";
import type { RouteRule } from "./route-rule";
import type { Shape } from "./shape";

/** Requests that are answered differently: those that one rule decides before, and one after. */
export interface Cell {
  readonly before: RouteRule;
  readonly after: RouteRule;
  readonly shape: Shape;
  readonly example: RequestFacts;
  /** Whether the shape holds requests of further rules, and the last of them is the one that is named. */
  readonly isMerged?: boolean;
  /** What all of its requests get, on a side where that is not the answer of one rule. */
  readonly together?: { readonly before?: Answer; readonly after?: Answer };
}

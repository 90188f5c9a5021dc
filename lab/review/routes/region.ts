import type { RequestFacts } from "../../alb";
import type { Answer } from "./answer";
import type { ExampleRequest } from "./example";

/**
 * What becomes of requests:
 *
 * - `moved`: target groups answer before and after, and not the same ones get requests
 * - `newly-answered`: nobody answers before, a group or a fixed response below 400 does after
 * - `no-longer-answered`: they are answered or redirected before, and neither after
 * - `now-redirected`: they are redirected after and not before
 * - `changed`: anything else, such as other shares of the same groups, another redirect or another fixed response
 */
export type RegionKind = "moved" | "newly-answered" | "no-longer-answered" | "now-redirected" | "changed";

/** Requests that are answered differently, and alike among themselves. */
export interface Region {
  readonly kind: RegionKind;
  readonly before: Answer;
  readonly after: Answer;
  /**
   * Address of the rule that decides on each side; absent for the default action, and where nothing listens. Where several
   * rules of one answer decide, the last of them.
   */
  readonly rules: { readonly before?: string; readonly after?: string };
  /**
   * The region is exactly the requests that meet all of these and none of `except`, each a text such as `path /api/*` or
   * `host a.example.com and method GET or POST`. Empty: every request.
   */
  readonly conditions: readonly string[];
  readonly except: readonly string[];
  /** One of the requests, as plain as possible; absent where port or protocol of the listener are not known. */
  readonly example?: ExampleRequest;
  /** Whether a request that comes to the listener is one of them. Not part of the JSON. */
  holds(request: RequestFacts): boolean;
}

export function kindOf(before: Answer, after: Answer): RegionKind {
  if (after.kind === "redirect" && before.kind !== "redirect") return "now-redirected";
  if (after.isAnswered) return betweenAnswers(before, after);
  const wasServed = before.isAnswered || before.kind === "redirect";
  return wasServed && after.kind !== "redirect" ? "no-longer-answered" : "changed";
}

function betweenAnswers(before: Answer, after: Answer): RegionKind {
  if (!before.isAnswered) return before.kind === "redirect" ? "changed" : "newly-answered";
  if (before.groups === undefined || after.groups === undefined) return "changed";
  return namesOf(before) === namesOf(after) ? "changed" : "moved";
}

function namesOf({ groups = [] }: Answer): string {
  return JSON.stringify(groups.map(({ group }) => group).sort());
}

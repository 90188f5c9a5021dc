import type { Knowable, Link } from "../../known";
import { isJsonObject, type Json, type JsonObject, listOf, member } from "../json";

/** Where in the configuration of a plan a value comes from. */
export type Origin =
  /** Nobody can say: a state has no configuration, and a plan does not show what `dynamic` makes. */
  | { readonly kind: "hidden" }
  /** The configuration does not set it. */
  | { readonly kind: "unset" }
  | { readonly kind: "block"; readonly expressions: JsonObject; readonly follow: Follow }
  | { readonly kind: "blocks"; readonly blocks: readonly JsonObject[]; readonly follow: Follow }
  | Expression;

interface Expression {
  readonly kind: "expression";
  readonly references: readonly string[];
  readonly follow: Follow;
  /** It is a part of what was written, so that the references may be those of another part. */
  readonly isPart?: boolean;
  /** What was written, where that is plain text. */
  readonly constant?: string;
}

/** Finds out what the references of an expression lead to. */
export interface Follow {
  one(references: readonly string[]): Link;
  /** `size`: number of entries, where that is known. */
  all(references: readonly string[], size: number | undefined): Knowable<readonly Link[]>;
}

export const hiddenOrigin: Origin = { kind: "hidden" };

/**
 * Nested blocks that the provider never fills in itself. When one is unknown and the configuration does not show it, a
 * dynamic block makes it; any other is then simply not set.
 */
const NEVER_FILLED: ReadonlySet<string> = new Set([
  "access_logs",
  "action",
  "authenticate_cognito",
  "authenticate_oidc",
  "condition",
  "connection_logs",
  "default_action",
  "fixed_response",
  "forward",
  "host_header",
  "http_header",
  "http_request_method",
  "launch_template",
  "launch_template_specification",
  "network_interfaces",
  "path_pattern",
  "query_string",
  "redirect",
  "source_ip",
  "target_group",
]);

/** Where a part of it comes from. */
export function originOf(origin: Origin, key: string): Origin {
  // an object that is one expression is not taken apart: its references may belong to any part of it
  if (origin.kind === "expression") return partOf(origin);
  if (origin.kind !== "block") return hiddenOrigin;
  const { expressions, follow } = origin;
  const written = member(expressions, key);
  if (written === undefined) return NEVER_FILLED.has(key) ? hiddenOrigin : { kind: "unset" };
  if (Array.isArray(written)) return { kind: "blocks", blocks: written.filter(isJsonObject), follow };
  if (!isJsonObject(written)) return hiddenOrigin;
  if (!isExpression(written)) return { kind: "block", expressions: written, follow };
  const constant = member(written, "constant_value");
  return {
    kind: "expression",
    references: referencesOf(written),
    follow,
    ...(typeof constant === "string" && { constant }),
  };
}

export function partOf({ kind, references, follow }: Expression): Expression {
  return { kind, references, follow, isPart: true };
}

export function referencesOf(expression: Json | undefined): readonly string[] {
  return listOf(member(expression, "references")).filter((entry) => typeof entry === "string");
}

function isExpression(written: JsonObject): boolean {
  return Object.keys(written).every((key) => key === "references" || key === "constant_value");
}

import type { LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { literal } from "../terraform/literal";

/**
 * What a request must be for a route to answer it. A condition holds when any of its values matches; a route
 * applies when all of its conditions hold. `*` stands for any characters, `?` for exactly one; a pattern must
 * match the whole value.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export type RouteCondition =
  | HostHeaderCondition
  | PathPatternCondition
  | HttpHeaderCondition
  | HttpRequestMethodCondition
  | QueryStringCondition
  | SourceIpCondition;

/** Patterns of the Host header without port, regardless of case, such as `*.example.com`. */
export interface HostHeaderCondition {
  readonly hostHeader: readonly string[];
}

/** Patterns of the path, case counts, such as `/api/*`. The path reaches the target unchanged. */
export interface PathPatternCondition {
  readonly pathPattern: readonly string[];
}

/** Patterns of one header's value, regardless of case. The name takes no wildcards and is not `Host`. */
export interface HttpHeaderCondition {
  readonly httpHeader: { readonly name: string; readonly values: readonly string[] };
}

/** Methods in capitals, without wildcards. */
export interface HttpRequestMethodCondition {
  readonly httpRequestMethod: readonly string[];
}

/** Key and value patterns; without a key, the value may stand under any key. */
export interface QueryStringCondition {
  readonly queryString: readonly { readonly key?: string; readonly value: string }[];
}

/** Networks in CIDR form; compared with the peer's address, never with X-Forwarded-For. */
export interface SourceIpCondition {
  readonly sourceIp: readonly string[];
}

/** The six kinds, as the keys of {@link RouteCondition}. */
export const CONDITION_KINDS = [
  "hostHeader",
  "pathPattern",
  "httpHeader",
  "httpRequestMethod",
  "queryString",
  "sourceIp",
] as const;

export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** The kinds that a condition object holds: one, when it is right. */
export function kindsOf(condition: RouteCondition): ConditionKind[] {
  const given = Object(condition) as { readonly [kind: string]: unknown };
  return CONDITION_KINDS.filter((kind) => given[kind] !== undefined);
}

/** Every comparison value of a condition, as text. */
export function valuesOf(condition: RouteCondition): readonly string[] {
  if ("hostHeader" in condition) return condition.hostHeader;
  if ("pathPattern" in condition) return condition.pathPattern;
  if ("httpHeader" in condition) return condition.httpHeader.values;
  if ("httpRequestMethod" in condition) return condition.httpRequestMethod;
  if ("queryString" in condition) return condition.queryString.map(({ key = "", value }) => `${key}${value}`);
  return condition.sourceIp;
}

/** The `condition` block. */
export function renderCondition(condition: RouteCondition): LbListenerRuleCondition {
  if ("hostHeader" in condition) return { hostHeader: { values: condition.hostHeader.map(literal) } };
  if ("pathPattern" in condition) return { pathPattern: { values: condition.pathPattern.map(literal) } };
  if ("httpHeader" in condition) {
    const { name, values } = condition.httpHeader;
    return { httpHeader: { httpHeaderName: literal(name), values: values.map(literal) } };
  }
  if ("httpRequestMethod" in condition)
    return { httpRequestMethod: { values: [...condition.httpRequestMethod] } };
  if ("queryString" in condition) {
    const pairs = condition.queryString.map(({ key, value }) => ({
      key: key && literal(key),
      value: literal(value),
    }));
    return { queryString: pairs };
  }
  return { sourceIp: { values: [...condition.sourceIp] } };
}

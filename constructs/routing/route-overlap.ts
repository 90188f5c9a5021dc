import { isToken } from "../checks/values";
import { cidrProblem, cidrsOverlap } from "../network/cidr";
import type { RouteCondition } from "./conditions";

/**
 * True when one request can match both routes, as far as hosts, paths, methods and source networks tell.
 * Headers and query strings are taken to overlap always: a request may carry both values.
 */
export function routesOverlap(one: readonly RouteCondition[], other: readonly RouteCondition[]): boolean {
  return one.every((condition) => other.every((against) => conditionsOverlap(condition, against)));
}

function conditionsOverlap(one: RouteCondition, other: RouteCondition): boolean {
  if ("hostHeader" in one && "hostHeader" in other) {
    return anyPair(one.hostHeader, other.hostHeader, (a, b) =>
      patternsOverlap(a.toLowerCase(), b.toLowerCase()),
    );
  }
  if ("pathPattern" in one && "pathPattern" in other) {
    return anyPair(one.pathPattern, other.pathPattern, patternsOverlap);
  }
  if ("httpRequestMethod" in one && "httpRequestMethod" in other) {
    return anyPair(one.httpRequestMethod, other.httpRequestMethod, (a, b) => a === b);
  }
  if ("sourceIp" in one && "sourceIp" in other) {
    const valid = (cidr: string) => cidrProblem(cidr) === undefined;
    return anyPair(one.sourceIp, other.sourceIp, (a, b) => valid(a) && valid(b) && cidrsOverlap(a, b));
  }
  return true;
}

/** A value that is unknown until Terraform runs overlaps nothing: it is never judged. */
function anyPair(
  ones: readonly string[],
  others: readonly string[],
  overlap: (one: string, other: string) => boolean,
): boolean {
  return ones.some((one) => others.some((other) => !isToken(one) && !isToken(other) && overlap(one, other)));
}

/** True when a text exists that both wildcard patterns match. */
export function patternsOverlap(one: string, other: string): boolean {
  const literalStart = (pattern: string) => pattern.slice(0, pattern.search(/[*?]|$/));
  const [start, otherStart] = [literalStart(one), literalStart(other)];
  const shared = Math.min(start.length, otherStart.length);
  if (start.slice(0, shared) !== otherStart.slice(0, shared)) return false;
  return canMeet(one, other);
}

/** Walks both patterns at once; `row[j]` says whether what is read of `one` can equal the first j of `other`. */
function canMeet(one: string, other: string): boolean {
  let row = [true, ...Array.from(other, (_, j) => /^\*+$/.test(other.slice(0, j + 1)))];
  for (const symbol of one) {
    const next = [symbol === "*" && row[0] === true];
    for (let j = 1; j <= other.length; j++) {
      const against = other[j - 1] as string;
      const fits = symbol === against || symbol === "?" || against === "?";
      const skip = (symbol === "*" || against === "*") && (row[j] || next[j - 1]);
      next.push(Boolean(skip || (fits && row[j - 1])));
    }
    row = next;
  }
  return row[other.length] === true;
}

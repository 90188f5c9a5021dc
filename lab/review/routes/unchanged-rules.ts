import { isUnknown } from "../../topology";
import type { RouteRule } from "./route-rule";
import type { Side } from "./side";

/**
 * Rules that are the same on both sides and in the same order: as many as possible. A request that two of them decide,
 * before and after, is answered as before: so each difference has to do with one of the others.
 */
export function unchangedRules(before: Side, after: Side): ReadonlySet<RouteRule> {
  const isOrdered = before.isOrdered && after.isOrdered;
  const places = new Map<string, number[]>();
  for (const [at, rule] of after.rules.entries()) {
    const key = keyOf(rule, isOrdered);
    const known = places.get(key);
    if (known === undefined) places.set(key, [at]);
    else known.push(at);
  }
  const pairs: { readonly before: RouteRule; readonly at: number }[] = [];
  for (const rule of before.rules) {
    const at = places.get(keyOf(rule, isOrdered))?.shift();
    if (at !== undefined) pairs.push({ before: rule, at });
  }
  return new Set(ascending(pairs).flatMap((pair) => [pair.before, after.rules[pair.at] as RouteRule]));
}

/** What is not known is taken to be the same where the same rule says it in the same words on both sides. */
function keyOf(rule: RouteRule, isOrdered: boolean): string {
  const { conditionsKey, answer, address, doubts, isDefault, declared } = rule;
  const answerKey = isUnknown(answer) ? JSON.stringify([address, declared.actions]) : answer.key;
  const doubtsKey = doubts.length === 0 ? "" : JSON.stringify([address, declared.instances]);
  const isPlaced = isDefault || (isOrdered && typeof declared.priority === "number");
  const place = isPlaced ? "" : JSON.stringify([address, declared.priority ?? "unset"]);
  return JSON.stringify([conditionsKey, answerKey, doubtsKey, place, isDefault]);
}

/** A longest part of a list whose places ascend. */
function ascending<P extends { readonly at: number }>(pairs: readonly P[]): readonly P[] {
  interface Chain {
    readonly pair: P;
    readonly before: Chain | undefined;
  }
  /** The chain of each length whose end is the least. */
  const best: Chain[] = [];
  for (const pair of pairs) {
    let low = 0;
    for (let high = best.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((best[middle] as Chain).pair.at < pair.at) low = middle + 1;
      else high = middle;
    }
    best[low] = { pair, before: best[low - 1] };
  }
  const longest: P[] = [];
  for (let chain = best.at(-1); chain !== undefined; chain = chain.before) longest.push(chain.pair);
  return longest;
}

import { type Condition, isUnknown, type ListenerRule, type Unknown } from "../topology";
import { typeInArn } from "./application-listeners";
import type { Subject } from "./subject";
import { known, knownOf } from "./values";

/** A condition of which the kind is known. */
export type KnownCondition = Exclude<Condition, Unknown>;

/** A condition whose values are a list of texts. */
export type ListedKind = Exclude<KnownCondition["kind"], "query-string" | "other">;

/** One known value of a condition, and the rule that it stands in. */
export interface ConditionValue {
  readonly rule: ListenerRule;
  readonly value: string;
}

/** What is known of a pair of a query-string condition; without a key it is a value under any key. */
export interface KnownPair {
  readonly rule: ListenerRule;
  readonly hasKey: boolean;
  readonly key?: string;
  readonly value?: string;
}

/** Rules that are declared here and run by an application load balancer, or by one that nobody knows. */
export function rulesIn(subject: Subject): readonly ListenerRule[] {
  return subject.topology.rules.filter((rule) => !subject.isLookedUp(rule) && !isElsewhere(subject, rule));
}

/** The conditions of a rule that are known. Terraform keeps them as a set: what is written twice is one. */
export function conditionsOf(rule: ListenerRule): readonly KnownCondition[] {
  return eachOnce(knownOf(rule.conditions));
}

/** The values that are known, each once, as texts to count and to show; a pair of a query is one value. */
export function valuesOf(condition: KnownCondition): readonly string[] {
  if (condition.kind === "other") return [];
  if (condition.kind !== "query-string") return eachOnce(knownOf(condition.values));
  const pairs = known(condition.pairs) ?? [];
  return eachOnce(
    pairs.flatMap(({ key, value }) => (isUnknown(value) || isUnknown(key) ? [] : [textOf(key, value)])),
  );
}

/** All known values of the conditions of one kind. */
export function* valuesIn(subject: Subject, kind: ListedKind): Iterable<ConditionValue> {
  for (const rule of rulesIn(subject)) {
    const conditions = conditionsOf(rule).filter((condition) => condition.kind === kind);
    for (const value of conditions.flatMap(valuesOf)) yield { rule, value };
  }
}

/** All pairs of query-string conditions. */
export function* pairsIn(subject: Subject): Iterable<KnownPair> {
  for (const rule of rulesIn(subject)) {
    const lists = conditionsOf(rule).map((condition) => condition.kind === "query-string" && condition.pairs);
    for (const { key, value } of lists.flatMap((pairs) => known(pairs || []) ?? []))
      yield { rule, hasKey: key !== undefined, key: known(key), value: known(value) };
  }
}

/** A condition's name in Terraform, such as `host_header`. */
export function blockOf(kind: string): string {
  return kind.replaceAll("-", "_");
}

function isElsewhere(subject: Subject, rule: ListenerRule): boolean {
  const listener = subject.listenerOf(rule);
  const lb = listener && subject.loadBalancerOf(listener);
  const type = lb?.loadBalancerType ?? typeInArn(listener?.loadBalancer ?? rule.listener);
  if (type !== undefined) return type !== "application";
  const protocol = known(listener?.protocol);
  return protocol !== undefined && !/^HTTPS?$/.test(protocol);
}

function textOf(key: string | undefined, value: string): string {
  return key === undefined ? value : `${key}=${value}`;
}

function eachOnce<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

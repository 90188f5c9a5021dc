import { isUnknown, type ListenerRule } from "../../topology";

/** How the texts begin and end that a value matches. */
interface Affixes {
  readonly start: string;
  readonly end: string;
  /** It is nothing but this text. */
  readonly isWhole: boolean;
}

/** One list for each condition on host or path of which all is known: of those, every request has one text. */
export interface ConditionAffixes {
  readonly kind: "host-header" | "path-pattern";
  readonly values: readonly Affixes[];
}

/** Costs nothing beside making conditions ready to be compared, and tells most rules apart that have nothing in common. */
export function affixesOf(conditions: ListenerRule["conditions"]): readonly ConditionAffixes[] {
  if (isUnknown(conditions)) return [];
  return conditions.flatMap((condition) => {
    if (isUnknown(condition)) return [];
    const { kind } = condition;
    if ((kind !== "host-header" && kind !== "path-pattern") || isUnknown(condition.values)) return [];
    const values: Affixes[] = [];
    for (const value of condition.values) {
      if (isUnknown(value)) return [];
      values.push(affixesIn(kind === "host-header" ? value.toLowerCase() : value));
    }
    return [{ kind, values }];
  });
}

function affixesIn(value: string): Affixes {
  const start = value.split(/[*?]/, 1)[0] as string;
  const isWhole = start.length === value.length;
  const last = Math.max(value.lastIndexOf("*"), value.lastIndexOf("?"));
  return { start, end: isWhole ? value : value.slice(last + 1), isWhole };
}

/** False: no request meets the conditions of both. */
export function mayMeet(some: readonly ConditionAffixes[], others: readonly ConditionAffixes[]): boolean {
  return some.every(({ kind, values }) =>
    others.every(
      (other) =>
        other.kind !== kind || values.some((one) => other.values.some((two) => areCompatible(one, two))),
    ),
  );
}

function areCompatible(one: Affixes, other: Affixes): boolean {
  if (one.isWhole && other.isWhole) return one.start === other.start;
  if (one.isWhole) return one.start.startsWith(other.start) && one.start.endsWith(other.end);
  if (other.isWhole) return areCompatible(other, one);
  const doStart = one.start.startsWith(other.start) || other.start.startsWith(one.start);
  return doStart && (one.end.endsWith(other.end) || other.end.endsWith(one.end));
}

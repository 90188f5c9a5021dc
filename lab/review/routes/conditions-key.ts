import { type Condition, isUnknown, type Knowable, type ListenerRule } from "../../topology";

/** The same text for conditions that are the same but for order, repetition and letters that do not count. */
export function keyOf(conditions: ListenerRule["conditions"]): string {
  if (isUnknown(conditions)) return JSON.stringify(conditions);
  return JSON.stringify([...new Set(conditions.map(conditionKey))].sort());
}

function conditionKey(condition: Condition): string {
  if (isUnknown(condition) || condition.kind === "other") return JSON.stringify(condition);
  const isExact = condition.kind === "path-pattern" || condition.kind === "http-request-method";
  const alike = (text: Knowable<string>) => (isExact || isUnknown(text) ? text : text.toLowerCase());
  const sorted = (list: Knowable<readonly unknown[]>) =>
    isUnknown(list) ? list : [...new Set(list.map((item) => JSON.stringify(item)))].sort();
  if (condition.kind === "query-string") {
    const { pairs } = condition;
    const alikePairs = isUnknown(pairs)
      ? pairs
      : pairs.map(({ key = "", value }) => [alike(key), alike(value)]);
    return JSON.stringify([condition.kind, sorted(alikePairs)]);
  }
  const { values } = condition;
  const name = condition.kind === "http-header" ? alike(condition.name) : "";
  return JSON.stringify([condition.kind, name, sorted(isUnknown(values) ? values : values.map(alike))]);
}

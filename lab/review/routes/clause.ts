import { type CompiledCondition, compileListener } from "../../alb";
import { type RequestSpace, type Test, testOf } from "../../lint";
import { type Condition, isUnknown, type Knowable, type ListenerRule } from "../../topology";

/** One condition, or what is known of it: as it is declared, ready to be compared, and as a set of words. */
export interface Clause {
  readonly condition: Condition;
  readonly compiled: CompiledCondition;
  readonly test: Test;
}

/** Conditions as lab/alb compares them, in their order. */
export function compileConditions(conditions: ListenerRule["conditions"]): readonly CompiledCondition[] {
  const place = { address: "none", type: "aws_lb_listener_rule", listener: { address: "none" }, priority: 1 };
  const rules = [{ ...place, conditions, actions: [] }];
  return compileListener({ address: "none", defaultActions: [] }, rules).rules[0]?.conditions ?? [];
}

/** That one of the known values matches; undefined: nobody can tell when. */
export function clauseOf(
  space: RequestSpace,
  condition: Condition,
  compiled: CompiledCondition,
): Clause | undefined {
  const values = [...compiled.values].sort(({ source: one }, { source: other }) => (one < other ? -1 : 1));
  const test = testOf(space, compiled, values);
  return test && { condition: withValues(condition, () => true), compiled: { ...compiled, values }, test };
}

/** The same clause for each of its values alone, where it has several. */
export function clausesByValue(space: RequestSpace, { condition, compiled }: Clause): readonly Clause[] {
  return compiled.values.flatMap((value) => {
    const test = testOf(space, compiled, [value]);
    const isIt = (source: string) => source === value.source;
    return test === undefined
      ? []
      : [{ condition: withValues(condition, isIt), compiled: { ...compiled, values: [value] }, test }];
  });
}

/** The same clause for some of its values: those of other clauses that were made of it. */
export function clauseOfValues(
  space: RequestSpace,
  { condition, compiled }: Clause,
  parts: readonly Clause[],
): Clause | undefined {
  const values = compiled.values.filter((value) =>
    parts.some((part) => part.compiled.values.includes(value)),
  );
  const sources = new Set(values.map(({ source }) => source));
  const test = testOf(space, compiled, values);
  return (
    test && {
      condition: withValues(condition, (source) => sources.has(source)),
      compiled: { ...compiled, values },
      test,
    }
  );
}

/** A condition with some of its known values, and none that is unknown. */
function withValues(condition: Condition, isWanted: (source: string) => boolean): Condition {
  if (isUnknown(condition) || condition.kind === "other") return condition;
  const wanted = (list: Knowable<readonly Knowable<string>[]>) =>
    (isUnknown(list) ? [] : list).flatMap((value) => (isUnknown(value) || !isWanted(value) ? [] : [value]));
  if (condition.kind !== "query-string") return { ...condition, values: wanted(condition.values) };
  const pairs = isUnknown(condition.pairs) ? [] : condition.pairs;
  const isMeant = ({ key = "", value }: (typeof pairs)[number]) =>
    !isUnknown(key) && !isUnknown(value) && isWanted(key === "" ? value : `${key}=${value}`);
  return { ...condition, pairs: pairs.filter(isMeant) };
}

/** In a few words, such as `path /api or /api/*`; several clauses are joined by `and`. */
export function textOf(clauses: readonly Clause[]): string {
  return clauses.map(clauseText).join(" and ");
}

function clauseText({ compiled: { part, headerName, values } }: Clause): string {
  const name = part === "header" ? `header ${headerName}` : part;
  const sources = [...new Set(values.map(({ source }) => source))];
  return `${name} ${sources.join(" or ") || "(none)"}`;
}

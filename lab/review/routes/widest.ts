import type { RequestSpace } from "../../lint";
import { type Condition, isUnknown, type QueryPair } from "../../topology";
import { type Clause, clauseOf, compileConditions } from "./clause";

/**
 * What a request has at least that meets a condition of which a part is not known: the header, or a field of the query.
 *
 * @returns undefined where any request may meet it
 */
export function widestClause(space: RequestSpace, condition: Condition): Clause | undefined {
  const wide = widened(condition);
  if (wide === undefined) return undefined;
  const [only] = compileConditions([wide]);
  return only && clauseOf(space, wide, only);
}

/** The condition with any text where one is not known. */
function widened(condition: Condition): Condition | undefined {
  if (isUnknown(condition)) return undefined;
  if (condition.kind === "http-header")
    return isUnknown(condition.name) ? undefined : { ...condition, values: ["*"] };
  if (condition.kind !== "query-string") return undefined;
  const { pairs } = condition;
  return { ...condition, pairs: isUnknown(pairs) ? [{ value: "*" }] : pairs.map(widenedPair) };
}

function widenedPair({ key, value }: QueryPair): QueryPair {
  const isKeyed = key !== undefined && !isUnknown(key);
  return { ...(isKeyed && { key }), value: isUnknown(value) ? "*" : value };
}

import { type Condition, isUnknown, type Knowable, type QueryPair } from "../../topology";
import { type AddressRange, parseRange } from "./address-range";
import { compilePattern, type TextPattern } from "./text-pattern";

/** The part of a request that a condition looks at; `none`: a kind of condition that this version does not know. */
export type Part = "host" | "path" | "method" | "header" | "query" | "source" | "none";

/** One value of a condition, ready to be compared. */
export interface CompiledValue {
  /** As declared; `key=value` for a query pair with a key. */
  readonly source: string;
  /** Absent for a CIDR block. */
  readonly pattern?: TextPattern;
  /** Of a query pair that has one. */
  readonly key?: TextPattern;
  /** Absent for everything but a CIDR block, and for a value that should be one and is not: it matches nobody. */
  readonly range?: AddressRange;
}

/** A value that is not known; of a query pair, half of it may be. */
export interface Doubt {
  /** Such as `known after apply`. */
  readonly reason: string;
  readonly pattern?: TextPattern;
  readonly key?: TextPattern;
}

/** One condition of a rule, ready to be compared: it holds if any of its values matches (R6). */
export interface CompiledCondition {
  readonly part: Part;
  /** In lower case (R22); empty for every other part, and where the name is not known. */
  readonly headerName: string;
  readonly values: readonly CompiledValue[];
  readonly doubts: readonly Doubt[];
}

const caseCounts = { ignoreCase: false, escapes: false };
const caseIgnored = { ignoreCase: true, escapes: false };
const inQuery = { ignoreCase: true, escapes: true };

export function compileCondition(condition: Condition): CompiledCondition {
  if (isUnknown(condition)) return undetermined(condition.unknown);
  switch (condition.kind) {
    case "host-header":
      return compileList("host", condition.values, textValue(caseIgnored));
    case "path-pattern":
      return compileList("path", condition.values, textValue(caseCounts));
    case "http-request-method":
      return compileList("method", condition.values, (source) => ({ source }));
    case "source-ip":
      return compileList("source", condition.values, rangeValue);
    case "http-header":
      if (isUnknown(condition.name)) return undetermined(condition.name.unknown);
      return {
        ...compileList("header", condition.values, textValue(caseIgnored)),
        headerName: condition.name.toLowerCase(),
      };
    case "query-string":
      return compileQuery(condition.pairs);
    case "other":
      return undetermined(`the condition "${condition.name}" is not known here`);
  }
}

function undetermined(reason: string): CompiledCondition {
  return { part: "none", headerName: "", values: [], doubts: [{ reason }] };
}

function compileList(
  part: Part,
  list: Knowable<readonly Knowable<string>[]>,
  compile: (source: string) => CompiledValue,
): CompiledCondition {
  const items = isUnknown(list) ? [list] : list;
  return {
    part,
    headerName: "",
    values: items.flatMap((item) => (isUnknown(item) ? [] : [compile(item)])),
    doubts: items.flatMap((item) => (isUnknown(item) ? [{ reason: item.unknown }] : [])),
  };
}

function textValue(rules: Parameters<typeof compilePattern>[1]): (source: string) => CompiledValue {
  return (source) => ({ source, pattern: compilePattern(source, rules) });
}

function rangeValue(source: string): CompiledValue {
  const range = parseRange(source);
  return range === undefined ? { source } : { source, range };
}

function compileQuery(pairs: Knowable<readonly QueryPair[]>): CompiledCondition {
  const compiled = { part: "query", headerName: "" } as const;
  if (isUnknown(pairs)) return { ...compiled, values: [], doubts: [{ reason: pairs.unknown }] };
  const isSettled = ({ key, value }: QueryPair) =>
    !isUnknown(value) && !(key !== undefined && isUnknown(key));
  return {
    ...compiled,
    values: pairs.filter(isSettled).map(compilePair),
    doubts: pairs.filter((pair) => !isSettled(pair)).map(compileHalf),
  };
}

function compilePair(pair: QueryPair): CompiledValue {
  const { key, pattern } = compileHalf(pair);
  const value = pair.value as string;
  return {
    source: key === undefined ? value : `${pair.key}=${value}`,
    ...(key && { key }),
    ...(pattern && { pattern }),
  };
}

/** A value without a key matches under any key (R24). State files spell a missing key as an empty one. */
function compileHalf({ key = "", value }: QueryPair): Doubt {
  return {
    reason: isUnknown(value) ? value.unknown : isUnknown(key) ? key.unknown : "",
    ...(!isUnknown(key) && key !== "" && { key: compilePattern(key, inQuery) }),
    ...(!isUnknown(value) && { pattern: compilePattern(value, inQuery) }),
  };
}

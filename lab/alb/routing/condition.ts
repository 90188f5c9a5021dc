import { type Condition, isUnknown, type Knowable, type QueryPair, type Texts } from "../../topology";
import { isInRange, parseRange } from "./address-range";
import type { Subject } from "./subject";
import { compilePattern, matchesPattern, type TextPattern } from "./text-pattern";

export type Verdict = "yes" | "no" | "unknown";

/** One value of a condition, ready to be compared. */
export interface CompiledValue {
  /** As declared, `key=value` for a query pair; undefined when it is not known. */
  readonly pattern?: string;
  /** What nobody can say yet, such as `known after apply`. */
  readonly unknown?: string;
  /** The text of the request that matches, as a whole (R11). */
  find(subject: Subject): string | undefined;
  /** Whether a value that is not known could turn out to match; absent for one that is known. */
  readonly mayMatch?: (subject: Subject) => boolean;
}

/** One condition of a rule, ready to be compared. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly values: readonly CompiledValue[];
  /** Patterns of a condition on host or path of which one has to match, when all of them are known. */
  readonly patterns?: readonly TextPattern[];
}

/** A condition holds if any of its values matches (R6). */
export function judgeCondition({ values }: CompiledCondition, subject: Subject): Verdict {
  let verdict: Verdict = "no";
  for (const value of values) {
    if (value.find(subject) !== undefined) return "yes";
    if (value.mayMatch?.(subject)) verdict = "unknown";
  }
  return verdict;
}

export function compileCondition(condition: Condition): CompiledCondition {
  if (isUnknown(condition)) return { condition, values: [undetermined(condition.unknown)] };
  switch (condition.kind) {
    case "host-header":
      return compileTexts(condition, hostRules, (subject) => subject.host);
    case "path-pattern":
      return compileTexts(condition, pathRules, (subject) => subject.path);
    case "http-request-method":
      return compileExact(condition, condition.values);
    case "source-ip":
      return { condition, values: mapKnown(condition.values, compileSource) };
    case "http-header":
      return { condition, values: compileHeader(condition.name, condition.values) };
    case "query-string":
      return { condition, values: mapKnown(condition.pairs, compilePair) };
    case "other":
      return { condition, values: [undetermined(`condition "${condition.name}" is not known here`)] };
  }
}

const always = () => true;
const nothing = () => undefined;
const hostRules = { ignoreCase: true, escapes: false };
const pathRules = { ignoreCase: false, escapes: false };
const headerRules = { ignoreCase: true, escapes: false };
const queryRules = { ignoreCase: true, escapes: true };

function undetermined(
  reason: string,
  mayMatch: NonNullable<CompiledValue["mayMatch"]> = always,
): CompiledValue {
  return { unknown: reason, find: nothing, mayMatch };
}

/** One compiled value for each that is known, one for each that is not, and one for a list that is not. */
function mapKnown<T>(
  values: Knowable<readonly Knowable<T>[]>,
  compile: (value: T) => CompiledValue,
  mayMatch?: CompiledValue["mayMatch"],
): readonly CompiledValue[] {
  if (isUnknown(values)) return [undetermined(values.unknown, mayMatch)];
  return values.map((value) => (isUnknown(value) ? undetermined(value.unknown, mayMatch) : compile(value)));
}

type PatternRules = Parameters<typeof compilePattern>[1];

function compileTexts(
  condition: Extract<Condition, { kind: "host-header" | "path-pattern" }>,
  rules: PatternRules,
  textOf: (subject: Subject) => string,
): CompiledCondition {
  const patterns: TextPattern[] = [];
  const values = mapKnown(condition.values, (value): CompiledValue => {
    const pattern = compilePattern(value, rules);
    patterns.push(pattern);
    const find = (subject: Subject) => {
      const text = textOf(subject);
      return matchesPattern(pattern, text) ? text : undefined;
    };
    return { pattern: value, find };
  });
  return patterns.length === values.length ? { condition, values, patterns } : { condition, values };
}

function compileExact(condition: Condition, methods: Texts): CompiledCondition {
  const values = mapKnown(methods, (pattern): CompiledValue => {
    const find = ({ request }: Subject) => (request.method === pattern ? pattern : undefined);
    return { pattern, find };
  });
  return { condition, values };
}

/** A value that is no CIDR block holds for nobody. */
function compileSource(pattern: string): CompiledValue {
  const range = parseRange(pattern);
  const find = ({ address, request }: Subject) =>
    range !== undefined && address !== undefined && isInRange(address, range) ? request.sourceIp : undefined;
  return { pattern, find };
}

/** The instances of a header are tried in order (R22). */
function compileHeader(name: Knowable<string>, values: Texts): readonly CompiledValue[] {
  if (isUnknown(name)) return [undetermined(name.unknown)];
  const lowerCaseName = name.toLowerCase();
  const isSent = (subject: Subject) => subject.headerTexts(lowerCaseName).length > 0;
  const compile = (value: string): CompiledValue => {
    const pattern = compilePattern(value, headerRules);
    const find = (subject: Subject) =>
      subject.headerTexts(lowerCaseName).find((text) => matchesPattern(pattern, text));
    return { pattern: value, find };
  };
  return mapKnown(values, compile, isSent);
}

/** A value without a key matches under any key (R24). */
function compilePair({ key, value }: QueryPair): CompiledValue {
  // State files spell a missing key as an empty one, which AWS would not accept (R15).
  const hasKey = key !== undefined && key !== "";
  const keyPattern = compileKnown(hasKey ? key : "*");
  const valuePattern = compileKnown(value);
  const findField = ({ queryFields }: Subject) =>
    queryFields.find(
      (field) =>
        (keyPattern === undefined || matchesPattern(keyPattern, field.key)) &&
        (valuePattern === undefined || matchesPattern(valuePattern, field.value)),
    );
  if (isUnknown(value)) return undetermined(value.unknown, (subject) => findField(subject) !== undefined);
  if (isUnknown(key)) return undetermined(key.unknown, (subject) => findField(subject) !== undefined);
  const pattern = hasKey ? `${key}=${value}` : value;
  return { pattern, find: (subject) => findField(subject)?.text };
}

function compileKnown(text: Knowable<string>): TextPattern | undefined {
  return isUnknown(text) ? undefined : compilePattern(text, queryRules);
}

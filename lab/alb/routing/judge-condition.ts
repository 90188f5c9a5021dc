import { isInRange } from "./address-range";
import type { CompiledCondition, CompiledValue, Doubt } from "./compile-condition";
import type { QueryField, Subject } from "./subject";
import { matchesPattern, type TextPattern } from "./text-pattern";

export type Verdict = "yes" | "no" | "unknown";

export function judgeCondition(condition: CompiledCondition, subject: Subject): Verdict {
  if (findValue(condition, subject) !== undefined) return "yes";
  return condition.doubts.length > 0 && mayMatch(condition, subject) ? "unknown" : "no";
}

/** The value that matches; the first one, except that the instances of a header are tried in order (R22). */
export function findValue(condition: CompiledCondition, subject: Subject): CompiledValue | undefined {
  const { values } = condition;
  switch (condition.part) {
    case "host":
      return findPattern(values, subject.host);
    case "path":
      return findPattern(values, subject.path);
    case "method":
      return findMethod(values, subject.request.method);
    case "header":
      return findInHeader(values, subject.headerTexts(condition.headerName));
    case "query":
      return findPair(values, subject.queryFields);
    case "source":
      return findRange(values, subject);
    case "none":
      return undefined;
  }
}

/** The field that has the key and the value of a pair, as far as they are given (R24). */
export function findField(
  { key, pattern }: Pick<CompiledValue, "key" | "pattern">,
  fields: readonly QueryField[],
): QueryField | undefined {
  for (const field of fields)
    if (matchesIfGiven(key, field.key) && matchesIfGiven(pattern, field.value)) return field;
  return undefined;
}

function findPair(
  values: readonly CompiledValue[],
  fields: readonly QueryField[],
): CompiledValue | undefined {
  for (const value of values) if (findField(value, fields) !== undefined) return value;
  return undefined;
}

function findPattern(values: readonly CompiledValue[], text: string): CompiledValue | undefined {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as CompiledValue;
    if (matchesPattern(value.pattern as TextPattern, text)) return value;
  }
  return undefined;
}

function findMethod(values: readonly CompiledValue[], method: string): CompiledValue | undefined {
  for (const value of values) if (value.source === method) return value;
  return undefined;
}

function findInHeader(values: readonly CompiledValue[], texts: readonly string[]): CompiledValue | undefined {
  for (let index = 0; index < texts.length; index++) {
    const value = findPattern(values, texts[index] as string);
    if (value !== undefined) return value;
  }
  return undefined;
}

function findRange(values: readonly CompiledValue[], { address }: Subject): CompiledValue | undefined {
  if (address === undefined) return undefined;
  for (const value of values) if (value.range && isInRange(address, value.range)) return value;
  return undefined;
}

function matchesIfGiven(pattern: TextPattern | undefined, text: string): boolean {
  return pattern === undefined || matchesPattern(pattern, text);
}

/** Whether a value that is not known could turn out to match: not in a header or under a key that is not there. */
function mayMatch({ part, headerName, doubts }: CompiledCondition, subject: Subject): boolean {
  if (part === "header") return subject.headerTexts(headerName).length > 0;
  if (part !== "query") return true;
  return doubts.some((doubt: Doubt) => findField(doubt, subject.queryFields) !== undefined);
}

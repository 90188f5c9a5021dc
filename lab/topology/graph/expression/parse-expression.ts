import { parseTemplate } from "./parse-template";
import type { Reader } from "./reader";
import type { Expression, Step } from "./syntax";

/** Deeper expressions are not read. */
const MOST_LEVELS = 30;

/** Reads one expression; undefined where it is more than this understands, such as an operator. */
export function parseExpression(reader: Reader, level = 0): Expression | undefined {
  if (level > MOST_LEVELS) return undefined;
  reader.skipSpace();
  const expression = parsePrimary(reader, level + 1);
  reader.skipSpace();
  return expression;
}

function parsePrimary(reader: Reader, level: number): Expression | undefined {
  if (reader.take('"')) return parseTemplate(reader, () => parseExpression(reader, level), '"');
  if (reader.take("[")) return parseList(reader, level);
  if (reader.take("{")) return parseObject(reader, level);
  const number = reader.match(/-?\d+(\.\d+)?([eE][+-]?\d+)?/y);
  if (number !== undefined) return { kind: "literal", value: Number(number) };
  const name = reader.match(/[A-Za-z_][\w-]*/y);
  if (name === undefined) return undefined;
  if (reader.take("(")) return parseCall(reader, name, level);
  const keyword = KEYWORDS.get(name);
  return keyword ?? parseReference(reader, name, level);
}

const KEYWORDS = new Map<string, Expression>([
  ["true", { kind: "literal", value: true }],
  ["false", { kind: "literal", value: false }],
  ["null", { kind: "literal", value: null }],
]);

function parseReference(reader: Reader, root: string, level: number): Expression | undefined {
  const steps: Step[] = [];
  while (reader.comes(/[.[]/y)) {
    const step = parseStep(reader, level);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return { kind: "reference", root, steps };
}

function parseStep(reader: Reader, level: number): Step | undefined {
  if (reader.take("[*]") || reader.take(".*")) return { kind: "splat" };
  if (reader.take(".")) {
    const name = reader.match(/[A-Za-z_][\w-]*|\d+/y);
    return name === undefined ? undefined : { kind: "name", name };
  }
  reader.take("[");
  const index = parseExpression(reader, level);
  return index && reader.take("]") ? { kind: "index", index } : undefined;
}

function parseCall(reader: Reader, name: string, level: number): Expression | undefined {
  const operands = parseItems(reader, level, ")");
  return operands && { kind: "call", name, operands };
}

function parseList(reader: Reader, level: number): Expression | undefined {
  const items = parseItems(reader, level, "]");
  return items && { kind: "list", items };
}

function parseItems(reader: Reader, level: number, end: string): Expression[] | undefined {
  const items: Expression[] = [];
  for (;;) {
    reader.skipSpace();
    if (reader.take(end)) return items;
    const item = parseExpression(reader, level);
    if (item === undefined) return undefined;
    items.push(item);
    if (!reader.take(",")) return reader.take(end) ? items : undefined;
  }
}

function parseObject(reader: Reader, level: number): Expression | undefined {
  const entries: [Expression, Expression][] = [];
  for (;;) {
    reader.match(/[\s,]*/y);
    if (reader.take("}")) return { kind: "object", entries };
    const key = parseKey(reader, level);
    reader.skipSpace();
    if (key === undefined || !(reader.take("=") || reader.take(":"))) return undefined;
    const value = parseExpression(reader, level);
    if (value === undefined) return undefined;
    entries.push([key, value]);
  }
}

/** A bare word is a text here. */
function parseKey(reader: Reader, level: number): Expression | undefined {
  const word = reader.match(/[A-Za-z_][\w-]*(?=\s*[=:])/y);
  return word === undefined ? parseExpression(reader, level) : { kind: "literal", value: word };
}

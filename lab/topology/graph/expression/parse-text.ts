import { parseExpression } from "./parse-expression";
import { parseTemplate } from "./parse-template";
import { Reader } from "./reader";
import type { Expression } from "./syntax";

/** Reads a text of Terraform JSON; undefined where it holds more than this understands, such as `%{ if }`. */
export function parseText(text: string): Expression | undefined {
  const reader = new Reader(text);
  return parseTemplate(reader, () => parseExpression(reader));
}

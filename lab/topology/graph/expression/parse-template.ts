import type { Reader } from "./reader";
import type { Expression } from "./syntax";

/** Reads one expression from where the reader stands; undefined where it is not understood. */
type ParseInner = () => Expression | undefined;

/**
 * Reads a template: up to its closing quote, where escapes such as `\n` count, or up to the end of the text, where
 * they do not.
 *
 * @param parseInner reads what stands between `${` and `}`
 */
export function parseTemplate(reader: Reader, parseInner: ParseInner, quote?: '"'): Expression | undefined {
  const parts: Expression[] = [];
  while (!(quote ? reader.take(quote) : reader.atEnd)) {
    const next = parsePart(reader, parseInner, quote !== undefined);
    if (next === undefined) return undefined;
    parts.push(next);
  }
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 ? only : { kind: "template", parts };
}

function parsePart(reader: Reader, parseInner: ParseInner, quoted: boolean): Expression | undefined {
  if (reader.take("${")) {
    const expression = reader.take("~") ? undefined : parseInner();
    return expression && reader.take("}") ? expression : undefined;
  }
  if (reader.take("%{")) return undefined;
  const text = quoted ? quotedText(reader) : plainText(reader);
  return text === undefined ? undefined : { kind: "literal", value: text };
}

/**
 * `$${` and `%%{` stand for the same with one sign less. What is before a sign is found by looking for the sign: millions
 * of characters that match one by one are more than the engine of regular expressions can take back.
 */
function plainText(reader: Reader): string | undefined {
  return reader.before(/[$%]/g) ?? reader.match(/\$\$\{|%%\{|[$%](?!\{)/y)?.replace(ESCAPED_MARK, "$1{");
}

const ESCAPED_MARK = /^([$%])\1\{$/;

function quotedText(reader: Reader): string | undefined {
  const plain = reader.before(/[$%"\\\n]/g);
  if (plain !== undefined) return plain;
  const text = reader.match(/\$\$\{|%%\{|\\[nrt"\\]|\\u[\dA-Fa-f]{4}|[$%](?!\{)/y);
  return text?.startsWith("\\") ? unescaped(text.slice(1)) : text?.replace(ESCAPED_MARK, "$1{");
}

function unescaped(mark: string): string {
  if (mark.length > 1) return String.fromCharCode(Number.parseInt(mark.slice(1), 16));
  return { n: "\n", r: "\r", t: "\t" }[mark] ?? mark;
}

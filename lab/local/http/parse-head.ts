import { type HeadSizes, NO_ODDITIES, type Oddity, type RawAnswerHead, type RawHead } from "../../alb";

const CR = 13;
const SPACE = 32;
const TAB = 9;
const ODD = /[^\t\r\n -~]|(?:^|[^\r])\n|\r(?!\n)|\n[\t ]/;

const ODDITIES: readonly (readonly [Oddity, RegExp])[] = [
  ["bare-lf", /(?:^|[^\r])\n/],
  ["bare-cr", /\r(?!\n)/],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  ["control", /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/],
  ["eight-bit", /[\x80-\xff]/],
  ["folded", /\n[^\n]*\n[\t ]/],
  ["leading-space", /^[^\n]*\n[\t ]/],
];

/** The text runs up to and including the empty line; one character is one byte. */
export function parseRequestHead(text: string): RawHead {
  const line = firstLine(text);
  const first = line.indexOf(" ");
  const last = line.lastIndexOf(" ");
  const version = last > first && line.startsWith("HTTP/", last + 1) ? line.slice(last + 1) : "";
  const { headers, sizes, oddities } = parseFields(text, line.length);
  return {
    method: first < 0 ? line : line.slice(0, first),
    target: first < 0 ? "" : line.slice(first + 1, version === "" ? undefined : last),
    version,
    headers,
    sizes,
    oddities,
  };
}

/** The same for the head of an answer. */
export function parseAnswerHead(text: string): RawAnswerHead {
  const line = firstLine(text);
  const first = line.indexOf(" ");
  const second = line.indexOf(" ", first + 1);
  const end = second < 0 ? line.length : second;
  const { headers, sizes, oddities } = parseFields(text, line.length);
  return {
    version: first < 0 ? line : line.slice(0, first),
    status: first < 0 ? "" : line.slice(first + 1, end),
    reason: line.slice(end + 1),
    headers,
    sizes,
    oddities,
  };
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  if (end < 0) return text;
  return text.slice(0, endOfLine(text, 0, end));
}

function endOfLine(text: string, start: number, lf: number): number {
  return lf > start && text.charCodeAt(lf - 1) === CR ? lf - 1 : lf;
}

interface Fields {
  readonly headers: string[];
  readonly sizes: HeadSizes;
  readonly oddities: readonly Oddity[];
}

function parseFields(text: string, lineLength: number): Fields {
  const headers: string[] = [];
  let noColon = false;
  let longest = 0;
  let current = 0;
  let total = 0;
  let start = text.indexOf("\n") + 1;
  while (start > 0 && start < text.length) {
    const lf = text.indexOf("\n", start);
    const next = lf < 0 ? text.length : lf;
    const end = endOfLine(text, start, next);
    if (end === start) break;
    total += end - start;
    if (isBlank(text.charCodeAt(start)) && headers.length > 0) {
      current += end - start;
      headers[headers.length - 1] += ` ${trimmed(text, start, end)}`;
    } else {
      current = end - start;
      noColon = !addField(headers, text, start, end) || noColon;
    }
    if (current > longest) longest = current;
    start = next + 1;
  }
  const oddities = ODD.test(text) || noColon ? nameOddities(text, noColon) : NO_ODDITIES;
  return { headers, sizes: { firstLine: lineLength, longestHeader: longest, headers: total }, oddities };
}

/** False: the line has no colon. */
function addField(headers: string[], text: string, start: number, end: number): boolean {
  const colon = text.indexOf(":", start);
  if (colon < 0 || colon >= end) {
    headers.push(text.slice(start, end), "");
    return false;
  }
  headers.push(text.slice(start, colon), trimmed(text, colon + 1, end));
  return true;
}

function trimmed(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function nameOddities(text: string, noColon: boolean): readonly Oddity[] {
  const found = ODDITIES.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return noColon ? [...found, "no-colon"] : found;
}

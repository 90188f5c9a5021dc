/** From the first character of a value to the one after its last, without the quotes around it. */
export type Span = readonly [start: number, end: number];

/**
 * Where a value ends that begins at a place of a line. In doubt it is too long: nothing of a secret may be left. Without
 * quotes a value is a word of a shell where its sign stands close to it, else all that follows.
 */
export function valueSpan(line: string, at: number, isClose: boolean): Span {
  const [opening] = /^\\*["'`]/.exec(line.slice(at, at + 20)) ?? [];
  if (opening !== undefined) {
    const start = at + opening.length;
    return [start, closing(line, start, opening)];
  }
  const around = quoteAround(line, at);
  if (around !== undefined) return [at, closing(line, at, around)];
  if (isClose) return [at, at + (shellWord.exec(line.slice(at))?.[0].length ?? 0)];
  const rest = line.slice(at);
  const isInBraces = line.lastIndexOf("{", at) > line.lastIndexOf("}", at);
  const [flow = ""] = (isInBraces ? /^(?:\$\{[^}]*\}|[^,}])*/ : /^.*?(?=[,;]?\s*$)/).exec(rest) ?? [];
  return [at, at + flow.length];
}

const shellWord = /^(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'\\])*/;

/** The end of what a quotation mark opened; escaped ones, as in JSON inside of a text, are closed by their like. */
function closing(line: string, from: number, opening: string): number {
  for (let at = line.indexOf(opening, from); at >= 0; at = line.indexOf(opening, at + 1)) {
    if (opening.length > 1 || !isEscaped(line, at, from)) return at;
  }
  return line.length;
}

function isEscaped(line: string, at: number, from: number): boolean {
  let first = at;
  while (first > from && line[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

/** Characters before a value in which a quotation mark is looked for: it bounds the time. */
const AROUND = 500;

/** The quotation mark that is open at a place. */
function quoteAround(line: string, at: number): string | undefined {
  let open: string | undefined;
  for (let index = Math.max(0, at - AROUND); index < at; index++) {
    const character = line[index] as string;
    if (character === "\\") index++;
    else if (character === open) open = undefined;
    else if (open === undefined && (character === '"' || character === "'")) open = character;
  }
  return open;
}

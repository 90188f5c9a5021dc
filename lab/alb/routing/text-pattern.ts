/** A comparison value with wildcards: `*` is any number of characters, `?` exactly one (R10). */
export interface TextPattern {
  /** As declared. */
  readonly source: string;
  /** What stands between the stars: the first at the start of the text, the last at its end. */
  readonly pieces: readonly Piece[];
  /** Characters that a matching text has at least; exactly, without a star. */
  readonly minLength: number;
}

interface Piece {
  /** Character codes; `any` where any character may stand. */
  readonly codes: readonly number[];
  /** The same as a text, when no such place is in it. */
  readonly text?: string;
}

/** Where any character may stand. */
export const any = -1;

export interface PatternRules {
  /** Both sides are compared in lower case; the text has to come in lower case. */
  readonly ignoreCase: boolean;
  /** `\*` and `\?` stand for the characters themselves, which only query-string conditions have (R24). */
  readonly escapes: boolean;
}

export function compilePattern(source: string, { ignoreCase, escapes }: PatternRules): TextPattern {
  const pattern = ignoreCase ? source.toLowerCase() : source;
  const pieces: number[][] = [[]];
  for (let index = 0; index < pattern.length; index++) {
    const isEscaped = escapes && pattern[index] === "\\" && isWildcard(pattern[index + 1]);
    if (isEscaped) index++;
    if (pattern[index] === "*" && !isEscaped) pieces.push([]);
    else pieces.at(-1)?.push(pattern[index] === "?" && !isEscaped ? any : pattern.charCodeAt(index));
  }
  return { source, pieces: pieces.map(makePiece), minLength: pieces.flat().length };
}

function makePiece(codes: readonly number[]): Piece {
  return codes.includes(any) ? { codes } : { codes, text: textOf(codes) };
}

function isWildcard(character: string | undefined): boolean {
  return character === "*" || character === "?";
}

/** The text if the pattern is nothing but that text: no wildcard. */
export function literalText({ pieces }: TextPattern): string | undefined {
  return pieces.length === 1 ? pieces[0]?.text : undefined;
}

function textOf(codes: readonly number[]): string {
  return codes.map((code) => String.fromCharCode(code)).join("");
}

/**
 * Whether the pattern matches the whole text, not a part of it (R11). Each piece is taken at its first place, which is
 * as good as any later one, so nothing is ever tried twice: the time is bounded by text length times pattern length.
 */
export function matchesPattern({ pieces, minLength }: TextPattern, text: string): boolean {
  const first = pieces[0] as Piece;
  if (pieces.length === 1) return text.length === minLength && fits(first, text, 0);
  if (text.length < minLength) return false;
  const last = pieces[pieces.length - 1] as Piece;
  const end = text.length - last.codes.length;
  if (!fits(first, text, 0) || !fits(last, text, end)) return false;
  let from = first.codes.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index] as Piece;
    const at = find(piece, text, from, end);
    if (at === -1) return false;
    from = at + piece.codes.length;
  }
  return true;
}

function fits({ codes }: Piece, text: string, at: number): boolean {
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index];
    if (code !== any && code !== text.charCodeAt(at + index)) return false;
  }
  return true;
}

/** The first place between `from` and `end` where the whole piece fits; -1: nowhere. */
function find(piece: Piece, text: string, from: number, end: number): number {
  const lastPlace = end - piece.codes.length;
  if (piece.text !== undefined) {
    const at = text.indexOf(piece.text, from);
    return at <= lastPlace ? at : -1;
  }
  for (let at = from; at <= lastPlace; at++) if (fits(piece, text, at)) return at;
  return -1;
}

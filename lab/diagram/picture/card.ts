import { type Mark, signOf } from "../mark";
import { shorten, wrap } from "./fit";
import type { Box, BoxKind, PlacedText, Tone } from "./picture";
import { baseline, lineHeight, nameFont, padding, port, smallBold } from "./sizes";
import { type Font, widthOf } from "./text-width";

/** A line of a card before it has a width. */
export interface CardLine {
  readonly text: string;
  readonly font: Font;
  readonly tone?: Tone;
  /** Pixels from the left of the card's text. */
  readonly indent?: number;
  /** Lines that it may take. @default 1 */
  readonly lines?: number;
  /** A name keeps both its ends when it is shortened. */
  readonly isName?: boolean;
  /** True: it stands in the line of the one before it. */
  readonly isBeside?: boolean;
  /** Pixels at most, where that is less than the card has. */
  readonly width?: number;
}

export interface CardOf {
  readonly id: string;
  readonly kind: BoxKind;
  readonly lines: readonly CardLine[];
  readonly mark?: Mark;
  readonly whole: string;
}

/** Pixels that the lines of a card want, up to which nothing is shortened. */
export function wantedWidth({ lines, mark }: Pick<CardOf, "lines" | "mark">): number {
  const wanted = lines.map(({ text, font, indent = 0, width, lines: most = 1 }, at) => {
    const own = Math.min(
      width ?? Number.POSITIVE_INFINITY,
      widthOf(text.slice(0, 400), font) / Math.min(most, 2),
    );
    return indent + own + (at === 0 && mark ? pillWidth(mark) + padding / 2 : 0);
  });
  return Math.ceil(Math.max(0, ...wanted)) + 2 * padding + 1;
}

/** Puts a card at its place; its height follows from its lines. */
export function placeCard(
  { id, kind, lines, mark, whole }: CardOf,
  x: number,
  y: number,
  width: number,
): Box {
  const texts: PlacedText[] = [];
  let middle = y + port;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && !line.isBeside) middle += lineHeight;
    const taken = mark !== undefined && middle < y + port + lineHeight ? pillWidth(mark) + padding / 2 : 0;
    const indent = line.indent ?? 0;
    const space = Math.min(width - 2 * padding - indent - taken, line.width ?? Number.POSITIVE_INFINITY);
    const pieces = piecesOf(line, space);
    for (const [number, text] of pieces.entries()) {
      if (number > 0) middle += lineHeight;
      const { font, tone = "ink" } = line;
      texts.push({ text, x: x + padding + indent, y: middle + baseline, width: space, font, tone });
    }
  }
  const height = middle - y + port - 3;
  const pill = mark && { pill: pillOf(mark, x + width - padding / 2, y) };
  return {
    id,
    kind,
    x,
    y,
    width,
    height,
    whole,
    texts: texts.filter(({ text }) => text !== ""),
    ...(mark && { mark }),
    ...pill,
  };
}

function piecesOf({ text, font, lines = 1, isName = false }: CardLine, width: number): readonly string[] {
  return lines === 1
    ? [shorten(text, width, font, isName ? "middle" : "end")]
    : wrap(text, width, font, lines);
}

function pillText(mark: Mark): string {
  return `${signOf[mark]} ${mark}`;
}

function pillWidth(mark: Mark): number {
  return widthOf(pillText(mark), smallBold) + 14;
}

function pillOf(mark: Mark, right: number, top: number): NonNullable<Box["pill"]> {
  const width = pillWidth(mark);
  const [x, y, height] = [right - width, top + port - 9, 18];
  const text: PlacedText = {
    text: pillText(mark),
    x: x + 7,
    y: top + port + baseline,
    width: width - 14,
    font: smallBold,
    tone: mark,
  };
  return { x, y, width, height, mark, text };
}

/** First line of most cards. */
export function nameLine(text: string): CardLine {
  return { text, font: nameFont, isName: true };
}

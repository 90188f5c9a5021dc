import { describeMark, type Mark } from "../mark";
import { shorten, wrap } from "./fit";
import type { Box, BoxKind, Pill, PlacedText, Tone } from "./picture";
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
  /** Pixels from the line before it. @default 17 */
  readonly height?: number;
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
export function wantedWidth({ lines }: Pick<CardOf, "lines">): number {
  return Math.ceil(Math.max(0, ...lines.map(wantedByLine))) + 2 * padding + 1;
}

/** Pixels up to which a text that may take several lines would rather have one. */
const comfortable = 250;

function wantedByLine({ text, font, indent = 0, width, lines = 1 }: CardLine): number {
  const whole = widthOf(text.slice(0, 400), font);
  const words = text
    .slice(0, 400)
    .split(" ")
    .map((word) => widthOf(word, font));
  const broken = lines === 1 || whole <= comfortable ? whole : Math.max(comfortable, whole / 1.7, ...words);
  return indent + Math.min(width ?? whole, broken);
}

/** Puts a card at its place; its height follows from its lines. */
export function placeCard(card: CardOf, x: number, y: number, width: number): Box {
  const { id, kind, lines, mark, whole } = card;
  const texts: PlacedText[] = [];
  let middle = y + port;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && !line.isBeside) middle += line.height ?? lineHeight;
    const { font, tone = "ink", indent = 0 } = line;
    const left = width - 2 * padding - indent;
    const space = Math.min(left, line.width ?? left);
    for (const [number, text] of piecesOf(line, space).entries()) {
      if (number > 0) middle += lineHeight;
      texts.push({ text, x: x + padding + indent, y: middle + baseline, width: space, font, tone });
    }
  }
  return {
    id,
    kind,
    x,
    y,
    width,
    height: middle - y + port - 3,
    whole,
    texts: texts.filter(({ text }) => text !== ""),
    ...(mark && { mark, pill: pillOf(mark, x + width - padding, y) }),
  };
}

function piecesOf({ text, font, lines = 1, isName = false }: CardLine, width: number): readonly string[] {
  return lines === 1
    ? [shorten(text, width, font, isName ? "middle" : "end")]
    : wrap(text, width, font, lines);
}

/** It stands on the upper border, where it takes no room from the name. */
function pillOf(mark: Mark, right: number, top: number): Pill {
  const text = describeMark(mark);
  const textWidth = widthOf(text, smallBold);
  const width = textWidth + 14;
  const x = right - width;
  const placed: PlacedText = {
    text,
    x: x + 7,
    y: top + baseline,
    width: textWidth,
    font: smallBold,
    tone: mark,
  };
  return { x, y: top - 8, width, height: 16, mark, text: placed };
}

/** First line of most cards. */
export function nameLine(text: string): CardLine {
  return { text, font: nameFont, isName: true };
}

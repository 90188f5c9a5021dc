import { clean } from "../clean";
import { type Font, widthOf } from "./text-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text that fits into a width: a name keeps both its ends, a sentence its beginning. */
export function shorten(text: string, width: number, font: Font, where: "middle" | "end" = "end"): string {
  const whole = clean(text);
  if (widthOf(whole, font) <= width) return whole;
  const letters = lettersOf(whole, width);
  let [fits, breaks] = [0, letters.length];
  while (fits + 1 < breaks) {
    const count = (fits + breaks) >> 1;
    if (widthOf(cut(letters, count, where), font) <= width) fits = count;
    else breaks = count;
  }
  return cut(letters, fits, where);
}

/** Enough of the two ends for any width: a text may be very long. */
function lettersOf(text: string, width: number): readonly string[] {
  const most = Math.ceil(width) + 8;
  const short = text.length <= 16 * most ? text : `${text.slice(0, 8 * most)}${text.slice(-8 * most)}`;
  return Array.from(graphemes.segment(short), ({ segment }) => segment);
}

function cut(letters: readonly string[], count: number, where: "middle" | "end"): string {
  const tail = where === "end" ? 0 : Math.floor(count / 2);
  const head = letters
    .slice(0, count - tail)
    .join("")
    .trimEnd();
  return `${head}…${tail === 0 ? "" : letters.slice(-tail).join("").trimStart()}`;
}

/** A text on several lines, broken between words; a word that is too long, and the last line, are shortened. */
export function wrap(text: string, width: number, font: Font, mostLines: number): readonly string[] {
  const lines: string[] = [];
  let rest = clean(text).split(" ");
  while (rest.length > 0 && lines.length < mostLines - 1) {
    const count = Math.max(1, wordsThatFit(rest, width, font));
    lines.push(shorten(rest.slice(0, count).join(" "), width, font, "middle"));
    rest = rest.slice(count);
  }
  return rest.length === 0 ? lines : [...lines, shorten(rest.join(" "), width, font)];
}

function wordsThatFit(words: readonly string[], width: number, font: Font): number {
  let taken = 0;
  const space = widthOf(" ", font);
  for (const [at, word] of words.entries()) {
    taken += widthOf(word, font) + (at === 0 ? 0 : space);
    if (taken > width) return at;
  }
  return words.length;
}

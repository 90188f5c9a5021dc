/** Widths of the characters from space to tilde in hundredths of the font's size: the widest of common sans-serif fonts. */
const widths = {
  regular: [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 30, 50, 67, 56, 87, 75, 79, 67, 79, 73, 67,
    62, 74, 69, 99, 69, 67, 69, 40, 34, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98,
    64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ],
  bold: [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70,
    40, 40, 84, 84, 84, 62, 102, 78, 77, 74, 84, 69, 69, 83, 84, 38, 56, 78, 64, 100, 84, 86, 74, 86, 78, 73,
    69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 56, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105,
    72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 66, 66, 59, 72, 37, 72, 84,
  ],
} as const;

export type Weight = keyof typeof widths;

export interface Font {
  /** Pixels. */
  readonly size: number;
  readonly weight: Weight;
}

/** Letters of which the width in any font is known well enough. */
const european = /^[\u00a1-\u017f\u0391-\u03c9\u0410-\u044f\u2010-\u2026\u2190-\u2193\u2212\u2715]$/;
const eastAsian = /^[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]$/;

/** Pixels that a text takes at most; text of which nobody can say it is drawn in exactly as many. */
export function widthOf(text: string, { size, weight }: Font): number {
  let hundredths = 0;
  for (const character of text) hundredths += widthOfCharacter(character, weight);
  return Math.ceil((hundredths * size) / 100);
}

function widthOfCharacter(character: string, weight: Weight): number {
  const code = character.codePointAt(0) ?? 0;
  const known = widths[weight][code - 32];
  if (known !== undefined) return known;
  if (european.test(character)) return weight === "bold" ? 112 : 102;
  if (eastAsian.test(character)) return 105;
  if (/^[\p{M}\u200c\u200d]$/u.test(character)) return 5;
  return /^\p{L}$/u.test(character) ? 80 : 130;
}

/** Whether a text has to be drawn in exactly the width that it is given, as fonts differ too much. */
export function isStretched(text: string): boolean {
  return [...text].some(
    (character) => !(/^[ -~]$/.test(character) || european.test(character) || eastAsian.test(character)),
  );
}

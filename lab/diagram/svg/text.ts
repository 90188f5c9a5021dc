import { escapeXml } from "../clean";
import type { PlacedText } from "../picture/picture";
import { isStretched, widthOf } from "../picture/text-width";

export function renderText({ text, x, y, width, font, tone }: PlacedText): string {
  const classes = [...(font.weight === "bold" ? ["bold"] : []), ...(tone === "ink" ? [] : [tone])].join(" ");
  const named = classes === "" ? "" : ` class="${classes}"`;
  const fixed = isStretched(text)
    ? ` textLength="${Math.min(width, widthOf(text, font))}" lengthAdjust="spacingAndGlyphs"`
    : "";
  return `<text${named} x="${x}" y="${y}" font-size="${font.size}"${fixed}>${escapeXml(text)}</text>`;
}

import { clean } from "../clean";
import { describeMark, type Mark } from "../mark";

/** Characters of one line of a label at most. */
const longest = 64;
/** Characters of its beginning that are left at least. */
const shortest = 16;

/** A line whose beginning gives way in its middle where it is too long, so that its end is seen. */
export function lineOf(beginning: string, end: string): string {
  const letters = [...clean(beginning)];
  const space = Math.max(shortest, longest - [...clean(`x${end}`)].length + 1);
  if (letters.length <= space) return `${beginning}${end}`;
  const tail = Math.floor((space - 1) / 2);
  return `${letters.slice(0, space - 1 - tail).join("")}…${letters.slice(-tail).join("")}${end}`;
}

/**
 * A line of a label that is nothing but text to Mermaid: all but letters, digits and a few harmless characters are written
 * as entities, and what would begin a list or a heading of Markdown as well.
 */
export function escapeLabel(text: string): string {
  const letters = [...clean(text)];
  const short = letters.length <= longest ? letters : [...letters.slice(0, longest - 1), "…"];
  return short.map((letter, at) => (isPlain(letter, short, at) ? letter : entityOf(letter))).join("");
}

/** Two dollars that touch would begin a formula, also as entities: what nobody sees keeps them apart. */
function entityOf(letter: string): string {
  return letter === "$" ? "#36;#8203;" : `#${letter.codePointAt(0)};`;
}

function isPlain(letter: string, letters: readonly string[], at: number): boolean {
  if (letter === ".") return !letters.slice(0, at).every((before) => /\d/.test(before));
  if (letter === "-") return at > 0;
  if (letter === ":") return letters[at + 1] === " ";
  return /^[\p{L}\p{N} ,()/]$/u.test(letter);
}

/** Lines of a node; its mark stands first, as a sign and a word. */
export function labelOf(lines: readonly string[], mark?: Mark): string {
  const all = [...(mark ? [describeMark(mark)] : []), ...lines.filter((line) => line !== "")];
  return `["${all.map(escapeLabel).join("<br/>")}"]`;
}

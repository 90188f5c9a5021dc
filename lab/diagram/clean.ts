import { printable } from "../topology";

/** Half characters and those that stand for none, which XML forbids, and what is never seen but for joiners. */
const unseen = /[\p{Cs}\p{Noncharacter_Code_Point}\p{Cf}\ufff9-\ufffc]/gu;
const joiners = /^[\u200c\u200d]$/;

/** A text of a plan on one line, without anything that a viewer would obey; at most two marks stand on a letter. */
export function clean(text: string): string {
  return printable(text.replace(/\s+/gu, " "))
    .replace(unseen, (character) => (joiners.test(character) ? character : "?"))
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .trim();
}

/** A text inside of XML or HTML, in content or in an attribute. */
export function escapeXml(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

import { Token } from "cdktf";

/** True for a value that Terraform knows only later: a token of any type, or a list or map that holds one. */
export function isToken(value: unknown): boolean {
  return Token.isUnresolved(value);
}

/** A value as an error message shows it: quoted, on one line, at most 60 characters. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  if (isToken(value)) return "a token";
  if (typeof value === "number") return String(value);
  const text = jsonOf(value);
  return oneLine(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** Text on one line: every control character and line separator becomes an escape. */
export function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** `a, b or c`. */
export function listed(names: readonly unknown[]): string {
  const texts = names.map(String);
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} or ${last}`;
}

function jsonOf(value: unknown): string {
  const kind = typeof value === "object" ? "an object" : `a ${typeof value}`;
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === "string" ? text : kind;
  } catch {
    return `${kind} that cannot be shown`;
  }
}

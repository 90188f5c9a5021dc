const PLAIN = /^[ !#-[\]-~]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into a log
const UNSAFE = /[\0-\x1f"\\\x7f-\u{10ffff}]/gu;

/**
 * Text as it may stand between the quotes of a log line: everything but printable ASCII, the quote and the backslash
 * is written as `\xHH`, beyond one byte in UTF-8, so that one request stays one line and no terminal obeys it (P-67).
 */
export function quotable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, escapeCharacter);
}

/** Text that stands in a log line without quotes; a space would begin the next field. Empty: `-`. */
export function unquoted(text = ""): string {
  if (text === "") return "-";
  return text.includes(" ") ? quotable(text).replaceAll(" ", "\\x20") : quotable(text);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? hex(code) : [...Buffer.from(character)].map(hex).join("");
}

function hex(code: number): string {
  return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

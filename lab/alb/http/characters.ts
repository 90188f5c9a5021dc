const TOKEN = 1;
const VISIBLE = 2;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const TOKEN_CHARACTERS = `!#$%&'*+-.^_\`|~0123456789${LETTERS}${LETTERS.toUpperCase()}`;

const KINDS = new Uint8Array(256);
for (let code = 0x21; code <= 0x7e; code++) KINDS[code] = VISIBLE;
for (const character of TOKEN_CHARACTERS) KINDS[character.charCodeAt(0)] = VISIBLE | TOKEN;

/** A method or a header name as RFC 9110 has it. */
export function isToken(text: string): boolean {
  return consistsOf(TOKEN, text);
}

/** Visible ASCII without spaces, at least one character: what can stand alone in a line without changing its meaning. */
export function isVisible(text: string): boolean {
  return consistsOf(VISIBLE, text);
}

function consistsOf(kind: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (((KINDS[text.charCodeAt(index)] ?? 0) & kind) === 0) return false;
  return text.length > 0;
}

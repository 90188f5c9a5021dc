const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How deep objects and lists of a JSON text are nested; looks no further than one level past `limit`. */
export function deepestLevel(text: string, limit: number): number {
  let level = 0;
  let deepest = 0;
  for (let position = 0; position < text.length && deepest <= limit; position += 1) {
    const code = text.charCodeAt(position);
    if (code === QUOTE) position = endOfText(text, position);
    else if (isOpening(code)) {
      level += 1;
      deepest = Math.max(deepest, level);
    } else if (isClosing(code)) level -= 1;
  }
  return deepest;
}

/** Position of the closing quote: the first one that no odd number of backslashes stands before. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, position: number): boolean {
  let before = position - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (position - before) % 2 === 0;
}

function isOpening(code: number): boolean {
  return code === 0x7b || code === 0x5b;
}

function isClosing(code: number): boolean {
  return code === 0x7d || code === 0x5d;
}

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

/** Position of the closing quote. */
function endOfText(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length && text.charCodeAt(position) !== QUOTE)
    position += text.charCodeAt(position) === BACKSLASH ? 2 : 1;
  return position;
}

function isOpening(code: number): boolean {
  return code === 0x7b || code === 0x5b;
}

function isClosing(code: number): boolean {
  return code === 0x7d || code === 0x5d;
}

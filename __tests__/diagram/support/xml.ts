/** Throws where a document breaks a rule of XML that text from outside could make it break. */
export function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)\s*(\/?)>/g,
    (_, close, name, __, empty) => {
      if (close) {
        const last = open.pop();
        if (last !== name) throw new Error(`</${name}> must close <${last}>`);
      } else if (!empty) open.push(name);
      return "";
    },
  );
  if (open.length > 0) throw new Error(`<${open.at(-1)}> must be closed`);
  const bad = /[<]|&(?!#\d+;)|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(rest);
  if (bad)
    throw new Error(`text must be escaped, got ${JSON.stringify(rest.slice(bad.index, bad.index + 60))}`);
}

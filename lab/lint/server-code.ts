/** A user data document, as far as code is looked for in it. */
interface Document {
  readonly text: string;
  readonly files: readonly { readonly content: string }[];
}

/** All text of a document: the files that it packs once more, unpacked. */
export function codeOf({ text, files }: Document): string {
  return [text, ...files.map(({ content }) => content)].join("\n");
}

/** The one port that code listens on; `undefined`: none, several, or it takes more than a look to say. */
export function portInCode(code: string): number | undefined {
  const said = [...code.matchAll(/\.listen\s*\(\s*([^,)]*)/g)].map(([, argument = ""]) =>
    portOf(argument.trim(), code),
  );
  const modules = [...code.matchAll(/-m\s+http\.server\s+(\d{1,5})\b/g)].map(([, port]) => Number(port));
  const ports = new Set([...said, ...modules]);
  const [port] = ports;
  return ports.size === 1 && port !== undefined && port >= 1 && port <= 65_535 ? port : undefined;
}

/** The port that an argument of `listen` stands for: a number, a variable of the process, or a constant. */
function portOf(argument: string, code: string): number | undefined {
  if (/^\d{1,5}$/.test(argument)) return Number(argument);
  if (/process\.env\.PORT\b/.test(argument)) return environmentPort(argument, code);
  if (!/^[A-Za-z_]\w*$/.test(argument)) return undefined;
  const assignments = [...code.matchAll(new RegExp(`\\b${argument}\\s*=\\s*([^;\\n]+)`, "g"))];
  const [value = "", ...others] = assignments.map(([, text = ""]) => text.trim());
  if (/process\.env\.PORT\b/.test(value)) return environmentPort(value, code);
  return others.length === 0 && /^["']?\d{1,5}["']?$/.test(value)
    ? Number(value.replace(/["']/g, ""))
    : undefined;
}

/** What `process.env.PORT || 3000` is: what the document exports under that name, else the number after it. */
function environmentPort(expression: string, code: string): number | undefined {
  const exported = [...code.matchAll(/(?<!\.)\bPORT=["']?([^\s"';]*)/g)].map(([, port = ""]) => port);
  const values = new Set(exported);
  if (values.size > 1) return undefined;
  const [, fallback = ""] = /(?:\|\||\?\?)\s*["']?(\d{1,5})["']?/.exec(expression) ?? [];
  const [port = fallback] = values;
  return /^\d{1,5}$/.test(port) ? Number(port) : undefined;
}

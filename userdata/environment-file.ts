import { UserDataError } from "./user-data-error";

/**
 * Variables as the text of a systemd `EnvironmentFile`.
 *
 * Every value is in double quotes, where systemd takes `\`, `"`, `` ` `` and `$` literally only behind a backslash.
 *
 * @throws UserDataError for a character that systemd would drop the variable for
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#EnvironmentFile=
 */
export function renderEnvironmentFile(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}="${escapeValue(name, value)}"\n`)
    .join("");
}

function escapeValue(name: string, value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const bad = /[\0-\x08\x0b-\x1f\x7f]|\p{Surrogate}/u.exec(value);
  if (bad) {
    const code = bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    throw new UserDataError(
      `${name} must be printable text, got U+${code} at position ${bad.index + 1}; leave that out`,
    );
  }
  return value.replace(/["\\`$]/g, "\\$&");
}

const BLANK = /[ \t\n\r]/;
const LINE_END = /[\n\r]/;

type State =
  | "line"
  | "name"
  | "start"
  | "value"
  | "valueEscape"
  | "single"
  | "double"
  | "doubleEscape"
  | "comment";

interface Reading {
  state: State;
  name: string;
  value: string;
  /** Length of the value without the blanks that only an unquoted end may lose. */
  kept: number;
  readonly environment: Map<string, string>;
}

/**
 * The variables of a systemd `EnvironmentFile`, read as systemd reads it: quotes, escapes, comments, continued lines.
 * A later assignment wins. Lines without `=` are skipped.
 */
export function parseEnvironmentFile(text: string): Record<string, string> {
  const reading: Reading = { state: "line", name: "", value: "", kept: 0, environment: new Map() };
  for (const character of text) reading.state = STEPS[reading.state](reading, character);
  if (reading.state !== "line" && reading.state !== "name" && reading.state !== "comment") assign(reading);
  return Object.fromEntries(reading.environment);
}

// The states of systemd's own parser (parse_env_file_internal in src/basic/env-file.c).
const STEPS: Record<State, (reading: Reading, character: string) => State> = {
  line(reading, character) {
    if (BLANK.test(character)) return "line";
    if (character === "#" || character === ";") return "comment";
    reading.name = character;
    return "name";
  },
  name(reading, character) {
    if (LINE_END.test(character)) return "line";
    if (character !== "=") {
      reading.name += character;
      return "name";
    }
    reading.value = "";
    reading.kept = 0;
    return "start";
  },
  start(reading, character) {
    if (character === "'") return "single";
    if (character === '"') return "double";
    return character === " " || character === "\t" ? "start" : STEPS.value(reading, character);
  },
  value(reading, character) {
    if (LINE_END.test(character)) return assign(reading);
    if (character === "\\") return "valueEscape";
    append(reading, character, !BLANK.test(character));
    return "value";
  },
  valueEscape(reading, character) {
    if (!LINE_END.test(character)) append(reading, character, true);
    return "value";
  },
  single(reading, character) {
    if (character === "'") return "start";
    append(reading, character, true);
    return "single";
  },
  double(reading, character) {
    if (character === '"') return "start";
    if (character === "\\") return "doubleEscape";
    append(reading, character, true);
    return "double";
  },
  doubleEscape(reading, character) {
    if (/["\\`$]/.test(character)) append(reading, character, true);
    else if (!LINE_END.test(character)) append(reading, `\\${character}`, true);
    return "double";
  },
  comment: (_reading, character) => (LINE_END.test(character) ? "line" : "comment"),
};

function append(reading: Reading, text: string, keep: boolean): void {
  reading.value += text;
  if (keep) reading.kept = reading.value.length;
}

function assign(reading: Reading): State {
  const name = reading.name.trim();
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    reading.environment.set(name, reading.value.slice(0, reading.kept));
  return "line";
}

import { maskSecrets } from "../lint";
import type { Difference, Shown } from "../topology";

/** What a person sees of values. */
export interface ShowOptions {
  /** Whether values that Terraform calls sensitive, and those that look like secrets, are shown. @default false */
  readonly showSensitive?: boolean;
}

/** Characters of a value; what is longer is cut. */
const LONGEST_VALUE = 80;

/** `port: 3000 -> 3001`; user data is told apart, file by file. */
export function renderDifference(
  { path, before, after }: Difference,
  options: ShowOptions = {},
): { readonly path: string; readonly before: string; readonly after: string } {
  if (/^user_data(_base64|_replace)?$|\.user_data$/.test(path))
    return { path, before: "(as it was)", after: "(see user data)" };
  return { path, before: renderShown(path, before, options), after: renderShown(path, after, options) };
}

function renderShown(path: string, shown: Shown, { showSensitive = false }: ShowOptions): string {
  switch (shown.kind) {
    case "not-set":
      return "(not set)";
    case "unknown":
      return "(known after apply)";
    case "sensitive":
      return showSensitive ? cut(JSON.stringify(shown.reveal())) : "(sensitive)";
    case "value": {
      const text = JSON.stringify(shown.value);
      return cut(showSensitive ? text : masked(path, text));
    }
  }
}

/** A value whose name or shape says that it is a secret is masked, even where Terraform knows nothing of it. */
function masked(path: string, text: string): string {
  const name = path.split(/[.[]/).at(-1) ?? "";
  const [line = ""] = maskSecrets([`${name} = ${text}`]);
  return line.slice(name.length + 3);
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_VALUE ? text : `${letters.slice(0, LONGEST_VALUE - 3).join("")}...`;
}

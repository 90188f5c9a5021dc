import type { Difference, Shown } from "../topology";
import { maskValue } from "./redaction/mask-value";

/** What a person sees of values. */
export interface ShowOptions {
  /** Whether values that Terraform calls sensitive, and those that look like secrets, are shown. @default false */
  readonly showSensitive?: boolean;
}

/** A difference as it is shown. */
export interface ShownDifference {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Characters of a value; what is longer is cut. */
const LONGEST_VALUE = 80;

/**
 * `port: 3000 -> 3001`; user data is too long for that.
 *
 * @param isToldApart whether the user data of the resource is told apart, file by file
 */
export function renderDifference(
  difference: Difference,
  options: ShowOptions = {},
  isToldApart = false,
): ShownDifference {
  const { path, before, after } = difference;
  const show = /(?:^|\.)user_data(?:_base64)?$/.test(path)
    ? renderUserData
    : (shown: Shown) => renderShown(difference, shown, options);
  return {
    path,
    before: show(before, "(as it was)"),
    after: show(after, isToldApart ? "(see user data)" : "(another one, not shown)"),
  };
}

function renderUserData({ kind }: Shown, text: string): string {
  if (kind === "not-set") return NOT_SET;
  return kind === "unknown" ? UNKNOWN : text;
}

const NOT_SET = "(not set)";
const UNKNOWN = "(known after apply)";

function renderShown({ path, pairNames }: Difference, shown: Shown, { showSensitive }: ShowOptions): string {
  switch (shown.kind) {
    case "not-set":
      return NOT_SET;
    case "unknown":
      return UNKNOWN;
    case "sensitive":
      return showSensitive ? cut(JSON.stringify(shown.reveal())) : "(sensitive)";
    case "value":
      return cut(JSON.stringify(showSensitive ? shown.value : maskValue(path, shown.value, pairNames)));
  }
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_VALUE ? text : `${letters.slice(0, LONGEST_VALUE - 3).join("")}...`;
}

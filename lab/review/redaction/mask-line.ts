import { secretShapes } from "../../lint";
import { isPlainValue, MASK } from "./plain-value";
import { isSecretName, isSecretPart } from "./secret-name";
import { type Span, valueSpan } from "./value-span";

/** Something of every pattern: most lines hold none of it, and need no closer look. */
const HINT =
  /pass|pwd|psk|pw\b|secret|token|cred|key|auth|bearer|identified|AKIA|ASIA|gh[pousr]_|_pat_|glpat|xox|npm_|_live_|hvs\.|eyJ|:\/\/|\s-[uap]|--user|value/i;

/** A name and the sign before its value. */
const assignment = /(?<![\w.-])(?<name>[\w.-]+)[\\"'`\]]*(?<sign>\s*(?:=>|:=|={1,3}|:)\s*)/g;

/** An option of a command, or a setting, with a blank before its value. */
const option =
  /(?<![\w-])(?:--?|\b(?<setting>env|set|setx|setenv)\s+)(?<name>[A-Za-z][\w.-]*)\s+(?=[^\s-])/gi;

/** What is a secret by what stands around it, at a distance that bounds the time. */
const surroundings: readonly RegExp[] = [
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s:@/"']*:(?<secret>[^\s/"']+)@/dgi,
  /:\/\/(?<secret>[^\s:@/"']{16,})@/dg,
  /\bbearer\s+(?<secret>[^\s"'`,;]+)/dgi,
  /\bauthorization[\\"']*\s*[:=]\s*[\\"']*(?:(?:basic|bearer|digest|token)\s+)?(?<secret>[^\s"'\\]+)/dgi,
  /(?<![\w-])(?:-u|-U|--user|--proxy-user)[\s=]*["']?[^\s:"'=]+:(?<secret>[^\s"']+)/dg,
  /\b(?:mysql\w*|mariadb\w*|sshpass|redis-cli|(?:docker|podman)\s+login)\s(?:[^|;&]{0,300}\s)?-[pa]\s*["']?(?<secret>[^\s"'-][^\s"']*)/dg,
  /(?<![\w.-])[\w.-]+:(?<secret>[^\s"'|]{1,200})["']?\s*\|\s*(?:sudo\s+)?chpasswd/dg,
  /\becho\s+(?:-\w+\s+)?["']?(?<secret>[^\s"'|]+)["']?\s*\|\s*(?:sudo\s+)?(?:passwd|docker\s+login|podman\s+login)\b/dg,
  /\b(?:identified\s+by|password)\s+(?<quote>["'])(?<secret>.+?)\k<quote>/dgi,
  /(?:^\s*|\blogin\s+\S+\s+)password\s+(?<secret>\S+)/dgi,
  /\b(?:requirepass|masterauth)\s+["']?(?<secret>[^\s"']+)/dgi,
  /\bput-parameter\b.{0,300}\s--value[\s=]+["']?(?<secret>[^\s"']+)/dg,
];

/** Of a list of pairs, in which the name of a value may stand on the line before it. */
export interface Pair {
  name: string;
}

/**
 * A line with stars in place of each secret in it, and of what may be one: a report is read by more people than a plan, so
 * that unlike lint's defect this one takes no example for harmless.
 *
 * @param pair what a line before said; it is told what this one says
 */
export function maskLine(line: string, pair: Pair = { name: "" }): string {
  if (!HINT.test(line) && !/name/i.test(line)) return line;
  const shaped = secretShapes.reduce(
    (text, shape) => text.replace(new RegExp(shape, `g${shape.flags}`), MASK),
    line,
  );
  const spans = [...assignedIn(shaped, pair), ...optionsIn(shaped), ...surroundedIn(shaped)];
  return withoutSpans(
    shaped,
    spans.filter(([start, end]) => !isPlainValue(shaped.slice(start, end))),
  );
}

function* assignedIn(line: string, pair: Pair): Generator<Span> {
  let until = 0;
  for (const { 0: whole, index, groups = {} } of line.matchAll(assignment)) {
    const { name = "", sign = "" } = groups;
    const isOfArn = sign === ":" && line[index - 1] === ":";
    if (index < until || isOfArn) continue;
    const isPairName = /^-?(?:name|key)$/i.test(name);
    if (!isPairName && !isSecretPart(name, false, [pair.name])) continue;
    const span = valueSpan(line, index + whole.length, !/\s/.test(sign));
    if (isPairName) pair.name = /^[\w.-]*/.exec(line.slice(...span))?.[0] ?? "";
    else {
      until = span[1];
      yield span;
    }
  }
}

function* optionsIn(line: string): Generator<Span> {
  for (const { 0: whole, index, groups = {} } of line.matchAll(option))
    if (isSecretName(groups.name ?? ""))
      yield valueSpan(line, index + whole.length, groups.setting === undefined);
}

function* surroundedIn(line: string): Generator<Span> {
  for (const pattern of surroundings)
    for (const { indices } of line.matchAll(pattern)) {
      const span = indices?.groups?.secret;
      // a user and a group by their numbers
      if (span !== undefined && !/^\d{1,5}$/.test(line.slice(...span))) yield span;
    }
}

function withoutSpans(line: string, spans: readonly Span[]): string {
  let text = "";
  let at = 0;
  for (const [start, end] of [...spans].sort(([one], [other]) => one - other)) {
    if (end <= at) continue;
    text += start < at ? "" : line.slice(at, start) + MASK;
    at = end;
  }
  return text + line.slice(at);
}

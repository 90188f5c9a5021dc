import type { Verification } from "../../lab/local";
import { printable } from "../../lab/topology";
import type { Terminal } from "../terminal";
import { columns, counted, cut, hanging } from "./text";

/** Of answers that all differ, more rows than this tell nothing. */
const mostRows = 8;
const mostAnswers = 10;

/** Who answered how often, and what is missing. */
export function renderVerification(verification: Verification, { colors, width }: Terminal): string {
  const { requests, answers, failures, health, passed } = verification;
  const mark = (good: boolean) => (good ? colors.green("ok") : colors.red("no"));
  const rows = [
    ...answers.map(({ answer, count }) => ({ good: true, text: answer, count })),
    ...failures.map(({ failure, count }) => ({ good: false, text: failure, count })),
  ];
  const shownRows = rows.length > mostAnswers ? rows.slice(0, mostRows) : rows;
  const besideText = "  ok      1000 times".length;
  const paint = passed ? colors.green : colors.red;
  const end = passed ? `${counted(answers.length, "server")} answered in turn.` : shortfall(verification);
  return [
    colors.bold(`${printable(verification.url)}: ${counted(requests, "request")}`),
    "",
    ...columns(
      shownRows.map(({ good, text, count }) => [
        mark(good),
        shown(text, width - besideText),
        counted(count, "time"),
      ]),
    ),
    ...(shownRows.length < rows.length ? [`       and ${rows.length - shownRows.length} more`] : []),
    `  ${mark(health.passed)}   ${shown(`GET ${health.path}   ${health.seen}`, width - 7)}`,
    "",
    ...hanging("", end, width).map(paint),
  ].join("\n");
}

/** What is missing; the first of these that is true explains those after it. */
function shortfall({ answers, failures, health, servers, timedOut }: Verification): string {
  const ended = timedOut ? "The time was over: " : "";
  if (answers.length < servers)
    return `${ended}${answers.length} of ${servers} servers answered: are all of them healthy, and in the target group that this path leads to?`;
  if (answers.length > servers && answers.some(({ count }) => count < 2)) {
    const instead = answers.length > mostAnswers ? "" : `--servers ${answers.length} or `;
    return `${ended}${answers.length} different answers, ${counted(servers, "server")} ${servers === 1 ? "was" : "were"} expected: give ${instead}a path that answers alike.`;
  }
  if (answers.some(({ count }) => count < 2))
    return `${ended}not every server answered twice: give more --requests.`;
  if (failures.length > 0) return `${ended}some requests failed.`;
  return `The health check on ${printable(health.path)} does not pass.`;
}

/** What was answered comes from anywhere and may be a whole page: its first line, without what a terminal would obey. */
function shown(text: string, width: number): string {
  const [line = ""] = text.split(/[\r\n]+/);
  return cut(printable(line), width) || "(empty)";
}

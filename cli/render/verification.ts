import type { Verification } from "../../lab/local";
import type { Terminal } from "../terminal";
import { printable } from "./printable";
import { columns, counted } from "./text";

/** Who answered how often, and what is missing. */
export function renderVerification(verification: Verification, { colors }: Terminal): string {
  const { url, requests, answers, failures, health, servers, passed } = verification;
  const mark = (good: boolean) => (good ? colors.green("ok") : colors.red("no"));
  return [
    colors.bold(`${url}: ${counted(requests, "request")}`),
    "",
    ...columns([
      ...answers.map(({ answer, count }) => [mark(true), shown(answer), counted(count, "time")]),
      ...failures.map(({ failure, count }) => [mark(false), shown(failure), counted(count, "time")]),
      [mark(health.passed), `GET ${health.path}`, shown(health.seen)],
    ]),
    "",
    passed ? colors.green(`${counted(answers.length, "server")} answered in turn.`) : colors.red(shortfall()),
  ].join("\n");

  function shortfall(): string {
    if (answers.length < servers)
      return `${answers.length} of ${servers} servers answered: is every one of them healthy in its target group?`;
    return failures.length > 0
      ? "Some requests failed."
      : `The health check on ${health.path} does not pass.`;
  }
}

/** What was answered comes from anywhere and may be a whole page: its first line, without what a terminal would obey. */
function shown(text: string): string {
  const [line = ""] = text.split("\n");
  return printable(line.length > 50 ? `${line.slice(0, 47)}...` : line) || "(empty)";
}

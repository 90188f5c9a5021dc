import type { Verification } from "../../lab/local";
import type { Terminal } from "../terminal";
import { columns, counted } from "./text";

/** Who answered how often, and what is missing. */
export function renderVerification(verification: Verification, { colors }: Terminal): string {
  const { url, requests, answers, failures, health, servers, passed } = verification;
  const mark = (good: boolean) => (good ? colors.green("ok") : colors.red("no"));
  return [
    colors.bold(`${url}: ${counted(requests, "request")}`),
    "",
    ...columns([
      ...answers.map(({ answer, count }) => [mark(true), firstLine(answer), `${count} times`]),
      ...failures.map(({ failure, count }) => [mark(false), failure, `${count} times`]),
      [mark(health.passed), `GET ${health.path}`, health.seen],
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

/** Answers come from anywhere: one line, without what a terminal would obey. */
function firstLine(answer: string): string {
  const [line = ""] = answer.split("\n");
  const shown = line.replace(/\p{Cc}/gu, "?");
  return shown.length > 50 ? `${shown.slice(0, 47)}...` : shown || "(empty)";
}

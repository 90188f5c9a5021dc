import { type Answer, type Given, isRedirect } from "./answer";
import type { RouteRule } from "./route-rule";

const MOST_SHOWN = 4;

/** What requests get that several rules decide, all of them known. */
export function together(rules: readonly RouteRule[]): Answer {
  const answers = rules.map(({ answer }) => (answer as Given).answer);
  const [first, ...others] = [...new Map(answers.map((answer) => [answer.text, answer])).values()];
  if (first === undefined || others.length === 0) return first as Answer;
  const texts = [first, ...others].map(({ text }) => text);
  const left = texts.length - MOST_SHOWN + 1;
  return {
    kind: answers.every(isRedirect) ? "redirect" : "several",
    isAnswered: answers.some(({ isAnswered }) => isAnswered),
    text: (left > 1 ? [...texts.slice(0, MOST_SHOWN - 1), `${left} more`] : texts).join("; "),
  };
}

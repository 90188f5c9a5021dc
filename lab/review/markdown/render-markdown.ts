import { countChanges } from "../changes-by-kind";
import { nameOfLevel } from "../level";
import { shownReport } from "../redaction/shown-report";
import { hasFailed, type Report, type Stack } from "../report";
import type { ShowOptions } from "../shown";
import { type Detail, details } from "./detail";
import { StackSections } from "./stack-sections";
import { code, first, sentence, table } from "./text";

export interface MarkdownOptions extends ShowOptions {
  /** Characters of a comment at most. @default 65000, as GitHub takes 65536 */
  readonly limit?: number;
}

/** GitHub takes 65,536 characters; the rest is for what a workflow writes around it. */
export const COMMENT_LIMIT = 65_000;

/**
 * A report as a comment on a pull request. Where it would be too long, it is shortened step by step, and says what was
 * left out; the verdict and every stack stay.
 */
export function renderMarkdown(given: Report, options: MarkdownOptions = {}): string {
  const report = shownReport(given, options);
  const { limit = COMMENT_LIMIT } = options;
  const [whole, ...shorter] = details as readonly [Detail, ...Detail[]];
  const sections: SectionsByStack = new Map(
    report.stacks.flatMap((stack) =>
      hasFailed(stack) ? [] : [[stack, new StackSections(stack, options)] as const],
    ),
  );
  let text = "";
  for (const [index, detail] of shorter.entries()) {
    text = render(report, detail, sections);
    // pictures take their time, and are drawn only where the rest may leave room for them
    const drawn = index === 0 && text.length <= limit + CUT_LINE ? render(report, whole, sections) : text;
    if (drawn.length <= limit) return drawn;
    if (text.length <= limit) return text;
  }
  // only a limit that leaves room for nothing comes here
  return text.slice(0, limit);
}

/** The line that says what was left out is shorter. */
const CUT_LINE = 500;

type SectionsByStack = ReadonlyMap<Stack, StackSections>;

function render({ verdict, stacks }: Report, detail: Detail, sections: SectionsByStack): string {
  const title = verdict.level === null ? "cannot be reviewed" : nameOfLevel(verdict.level);
  const parts = detail.hasSections
    ? stacks.map((stack) => stackSection(stack, stacks.length, sections.get(stack)?.at(detail) ?? []))
    : [];
  const cuts = detail.cuts.join(", ");
  return [
    `## ${capital(title)}`,
    sentence(short(verdict.reason, detail.longestReason)),
    ...(stacks.length > 1 ? [overview(stacks, detail)] : []),
    ...parts.filter((text) => text !== ""),
    ...(cuts === ""
      ? []
      : [`*Left out, as a comment takes no more: ${cuts}. ${code("alb-lab review")} prints all of it.*`]),
  ]
    .join("\n\n")
    .concat("\n");
}

function overview(stacks: readonly Stack[], { mostRows }: Detail): string {
  const { shown, more } = first(mostRows, stacks);
  const rows = shown.map((stack) =>
    hasFailed(stack)
      ? [
          code(short(stack.name), "table"),
          "**cannot be reviewed**",
          sentence(short(stack.failure), "table"),
          "",
        ]
      : [
          code(short(stack.name), "table"),
          nameOfLevel(stack.review.verdict.level),
          sentence(short(stack.review.verdict.reason), "table"),
          countChanges(stack.review.changes),
        ],
  );
  const text = table(["stack", "verdict", "reason", "changes"], rows);
  return more > 0 ? `${text}\n\nand ${more} more` : text;
}

function short(text: string, most = 200): string {
  return text.length <= most ? text : `${[...text].slice(0, most - 3).join("")}...`;
}

function stackSection(stack: Stack, count: number, sections: readonly string[]): string {
  if (hasFailed(stack))
    return count === 1 ? "" : `### ${code(stack.name)}: cannot be reviewed\n\n${sentence(stack.failure)}`;
  if (count === 1) return sections.join("\n\n");
  return [`### ${code(stack.name)}: ${nameOfLevel(stack.review.verdict.level)}`, ...sections].join("\n\n");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

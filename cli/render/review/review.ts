import {
  countChanges,
  type EntranceDiff,
  hasFailed,
  type Level,
  nameOfLevel,
  type Region,
  type Report,
  type Review,
  type RiskFinding,
  renderExample,
  type ShowOptions,
  type Stack,
  shownReport,
  type UserDataDiff,
} from "../../../lab/review";
import { printable } from "../../../lab/topology";
import { columns, hanging, type Page } from "../text";
import { renderChanges } from "./changes";

/** A report for a terminal: the verdict first, then every stack with what hurts, what moves and what changes. */
export function renderReview(report: Report, options: ShowOptions, page: Page): string {
  const { verdict, stacks } = shownReport(report, options);
  const title = verdict.level === null ? page.colors.red("cannot be reviewed") : colored(verdict.level, page);
  const head = hanging(`${page.colors.bold(title)}: `, printable(verdict.reason), page.width).join("\n");
  const overview =
    stacks.length > 1 ? [columns(stacks.map((stack) => overviewRow(stack, page))).join("\n")] : [];
  const parts = stacks.flatMap((stack) => stackParts(stack, stacks.length, options, page));
  return [head, ...overview, ...parts].join("\n\n");
}

function colored(level: Level, { colors }: Page): string {
  const name = nameOfLevel(level);
  if (level === "safe") return colors.green(name);
  return level === "needs-care" ? colors.yellow(name) : colors.red(name);
}

function overviewRow(stack: Stack, page: Page): readonly string[] {
  const name = printable(stack.name);
  if (hasFailed(stack)) return [name, page.colors.red("cannot be reviewed"), ""];
  return [name, colored(stack.review.verdict.level, page), countChanges(stack.review.changes)];
}

function stackParts(stack: Stack, count: number, options: ShowOptions, page: Page): readonly string[] {
  const heading = (text: string) =>
    count === 1 ? [] : [page.colors.bold(`== ${printable(stack.name)}: ${text}`)];
  if (hasFailed(stack))
    return [
      ...heading("cannot be reviewed"),
      ...(count === 1 ? [] : hanging("  ", printable(stack.failure), page.width)),
    ];
  const { review } = stack;
  return [
    ...heading(nameOfLevel(review.verdict.level)),
    ...review.risks.map((risk) => renderRisk(printable(risk), page)),
    ...routes(review, page),
    ...renderChanges(review, options, page),
    ...userData(review.userData, page),
    ...findings(review, page),
  ];
}

function renderRisk({ id, level, path, address, message, course, fix }: RiskFinding, page: Page): string {
  const { colors, width } = page;
  return [
    `${colored(level, page)} ${colors.bold(path ?? address)} ${colors.dim(id)}`,
    ...(path === undefined ? [] : [`  ${colors.dim(address)}`]),
    ...hanging("  ", message, width),
    ...course.flatMap((step, index) => hanging(`  ${index + 1}. `, step, width)),
    ...hanging("  to avoid it: ", fix, width),
  ].join("\n");
}

function routes({ routes: { entrances } }: Review, page: Page): readonly string[] {
  return entrances.map((entrance) => renderEntrance(printable(entrance), page));
}

function renderEntrance({ at, regions, unsure }: EntranceDiff, page: Page): string {
  const { colors, width } = page;
  return [
    colors.bold(`answered differently at ${at}`),
    ...regions.flatMap((region) => renderRegion(region, page)),
    ...unsure.flatMap((line) => hanging("  not known: ", line, width)),
  ].join("\n");
}

function renderRegion(
  { before, after, conditions, except, example }: Region,
  { width, colors }: Page,
): string[] {
  const met = conditions.length === 0 ? "every request" : conditions.join(" and ");
  const left = except.length === 0 ? "" : `, except ${except.join(", ")}`;
  return [
    ...hanging("  ", `${met}${left}`, width),
    ...hanging("    before ", before.text, width),
    ...hanging("    after  ", after.text, width),
    ...(example === undefined ? [] : hanging("    such as ", renderExample(example), width).map(colors.dim)),
  ];
}

function userData(diffs: readonly UserDataDiff[], { colors }: Page): readonly string[] {
  return diffs.flatMap(({ addresses, files, unknown }) => {
    const whose = colors.bold(`user data of ${printable(addresses.join(", "))}`);
    if (unknown !== undefined) return [`${whose}\n  ${printable(unknown)}`];
    const texts = files.map(({ path, kind, patch }) => {
      const lines = (patch ?? "too different to compare line by line")
        .split("\n")
        .map((line) => paint(printable(line)));
      return [`  ${printable(path)} ${kind}`, ...lines.map((line) => `    ${line}`)].join("\n");
    });
    return [[whose, ...texts].join("\n")];
  });

  function paint(line: string): string {
    if (line.startsWith("+")) return colors.green(line);
    return line.startsWith("-") ? colors.red(line) : line;
  }
}

function findings({ findings: { introduced } }: Review, { colors, width }: Page): readonly string[] {
  if (introduced.length === 0) return [];
  const lines = printable(introduced).flatMap(({ severity, path, address, message }) =>
    hanging(`  ${severity} `, `${path ?? address}: ${message}`, width),
  );
  return [[colors.bold("lint finds, and did not before"), ...lines].join("\n")];
}

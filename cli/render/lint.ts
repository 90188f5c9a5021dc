import type { Finding, LintReport } from "../../lab/lint";
import { printable, type Topology, unlinked } from "../../lab/topology";
import { renderJson } from "./json";
import { counted, hanging, type Page } from "./text";

/** What was found, for a person: what is wrong and what to do, then how much of it, then what could not be judged. */
export function renderLint(report: LintReport, topology: Topology, page: Page): string {
  const { findings, suppressed } = printable(report);
  const blocks = findings.map((finding) => renderFinding(finding, page));
  const open = unlinked(topology).map(({ message }) => hanging("  ", printable(message), page.width));
  const doubts = open.length === 0 ? [] : [["not judged where it depends on this:", ...open.flat()]];
  return [...blocks, [renderCounts(findings, suppressed.length, page)], ...doubts]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function renderFinding({ id, severity, path, address, message, fix }: Finding, page: Page): string[] {
  const { colors, width } = page;
  const mark = severity === "error" ? colors.red("error") : colors.yellow("warning");
  return [
    `${mark} ${colors.bold(path ?? address)} ${colors.dim(id)}`,
    ...(path === undefined ? [] : [`  ${colors.dim(address)}`]),
    ...hanging("  ", message, width),
    ...hanging("  to mend it: ", fix, width),
  ];
}

function renderCounts(findings: readonly Finding[], suppressed: number, { colors }: Page): string {
  const count = (of: Finding["severity"]) => findings.filter(({ severity }) => severity === of).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const text = `${counted(errors, "error")}, ${counted(warnings, "warning")}${suppressed === 0 ? "" : `, ${suppressed} suppressed`}`;
  return errors === 0 ? colors.green(text) : colors.red(text);
}

/** The same for a program; `path` is null where no construct declared it. */
export function renderLintJson({ findings, suppressed }: LintReport, topology: Topology): string {
  const whole = (finding: Finding) => ({ ...finding, path: finding.path ?? null });
  return renderJson(
    {
      findings: findings.map(whole),
      suppressed: suppressed.map(({ finding, reason }) => ({ ...whole(finding), reason })),
      unlinked: unlinked(topology),
    },
    2,
  );
}

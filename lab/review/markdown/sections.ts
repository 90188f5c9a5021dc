import type { Finding } from "../../lint";
import { nameOfLevel } from "../level";
import type { Review } from "../review";
import type { RiskFinding } from "../risk";
import { type EntranceDiff, type Region, renderExample } from "../routes";
import type { Detail } from "./detail";
import { block, code, details, first, sentence, table } from "./text";

/** What hurts: what the change does, what happens to requests, how to avoid it. */
export function risksSection({ risks }: Review, detail: Detail): string {
  if (risks.length === 0) return "";
  const { shown, more } = first(detail.mostRows, risks);
  const items = shown.map((risk) => renderRisk(risk, detail));
  return ["#### Risks", ...items, ...(more > 0 ? [`and ${more} more`] : [])].join("\n\n");
}

function renderRisk(
  { id, level, path, address, message, course, fix }: RiskFinding,
  { hasCourses }: Detail,
): string {
  const where = path === undefined ? code(address) : `${code(path)} (${code(address)})`;
  const steps = hasCourses ? course.map((step, index) => `${index + 1}. ${sentence(step)}`) : [];
  return [
    `**${nameOfLevel(level)}** · ${where}: ${sentence(message)} · ${code(id)}`,
    ...(steps.length > 0 ? [steps.join("\n")] : []),
    `To avoid it: ${sentence(fix)}`,
  ].join("\n\n");
}

/** Which requests are answered differently, by where clients come in. */
export function routesSection({ routes }: Review, detail: Detail): string {
  if (routes.entrances.length === 0) return "";
  return [
    "#### Requests that are answered differently",
    ...routes.entrances.map((one) => entrance(one, detail)),
  ].join("\n\n");
}

function entrance({ at, regions, unsure }: EntranceDiff, { mostRows }: Detail): string {
  const { shown, more } = first(mostRows, regions);
  const rows = shown.map((region) => [
    requestsOf(region),
    sentence(region.before.text, "table"),
    sentence(region.after.text, "table"),
    region.example === undefined ? "" : code(renderExample(region.example), "table"),
  ]);
  const doubts = unsure.map((line) => `- not known: ${sentence(line)}`);
  return [
    `**${sentence(at)}**`,
    ...(rows.length > 0 ? [table(["requests", "before", "after", "example"], rows)] : []),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(doubts.length > 0 ? [doubts.join("\n")] : []),
  ].join("\n\n");
}

function requestsOf({ conditions, except }: Region): string {
  const met =
    conditions.length === 0 ? "every request" : conditions.map((one) => code(one, "table")).join(" and ");
  if (except.length === 0) return met;
  const { shown, more } = first(5, except);
  const left = shown.map((one) => code(one, "table")).join(", ");
  return `${met}, except ${left}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What servers are given to run, file by file. */
export function userDataSection({ userData }: Review, { hasPatches, mostRows }: Detail): string {
  if (userData.length === 0) return "";
  const parts = first(mostRows, userData).shown.map(({ addresses, files, unknown }) => {
    const { shown, more } = first(4, addresses);
    const whose = `${shown.map((address) => code(address)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    if (unknown !== undefined) return `${whose}: ${sentence(unknown)}`;
    const texts = first(mostRows, files).shown.map(({ path, kind, patch }) => {
      const title = `${code(path)} ${kind}`;
      if (!hasPatches) return `- ${title}`;
      return patch === undefined
        ? `${title}, too different to compare`
        : `${title}\n\n${block("diff", patch)}`;
    });
    return details(
      `${addresses.length === 1 ? "1 server" : `${addresses.length} servers`}, ${files.length === 1 ? "1 file" : `${files.length} files`}`,
      [whose, ...texts].join("\n\n"),
    );
  });
  return ["#### User data", ...parts].join("\n\n");
}

/** What lint finds after the change and did not before. */
export function findingsSection({ findings: { introduced } }: Review, detail: Detail): string {
  return listOf("Lint finds, and did not before", introduced, detail);
}

function listOf(title: string, findings: readonly Finding[], { mostRows }: Detail): string {
  if (findings.length === 0) return "";
  const { shown, more } = first(mostRows, findings);
  const lines = shown.map(
    ({ severity, path, address, message, id }) =>
      `- ${severity} ${code(path ?? address)}: ${sentence(message)} · ${code(id)}`,
  );
  return details(
    `${title} (${findings.length})`,
    [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join("\n"),
  );
}

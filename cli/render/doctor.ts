import type { Diagnosis, DoctorReport, Unexplained } from "../../lab/doctor";
import { printable } from "../../lab/topology";
import { renderJson } from "./json";
import { counted, hanging, type Page } from "./text";

/** What the doctor says, for a person: the verdict, then each cause with what was seen and what to do. */
export function renderDoctor(original: DoctorReport, page: Page): string {
  const report = printable(original);
  const { diagnoses, unexplained, gaps } = report;
  const blocks = [
    [verdictOf(report, page)],
    ...diagnoses.map((diagnosis) => renderDiagnosis(diagnosis, page)),
    ...unexplained.map((open) => renderUnexplained(open, page)),
    ...(gaps.length === 0
      ? []
      : [["not seen:", ...gaps.flatMap(({ what, why }) => hanging("  ", `${what}: ${why}`, page.width))]]),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

function verdictOf({ targets, diagnoses, unexplained }: DoctorReport, { colors }: Page): string {
  const { total, healthy, explained, unseen } = targets;
  const causes = diagnoses.filter(({ kind }) => kind !== "wanted").length;
  const seen = total - unseen;
  const health =
    unseen > 0 && seen === 0
      ? `${counted(total, "target")} in the input, none seen`
      : `${healthy} of ${counted(total, "target")} healthy`;
  if (causes === 0 && unexplained.length === 0) {
    if (seen < total) return colors.green(`nothing is wrong with what the input says: ${health}`);
    return colors.green(
      total === 0
        ? "nothing is wrong, and no target is registered"
        : `everything is healthy: ${healthy} of ${counted(total, "target")}`,
    );
  }
  const word = counted(causes, "cause");
  const explains = causes === 1 ? "explains" : "explain";
  if (explained > 0 && seen > 0)
    return colors.red(`${word} ${explains} ${counted(explained, "unhealthy target")}; ${health}`);
  return colors.red(
    causes === 0
      ? `nothing explains ${counted(unexplained.length, "unhealthy target")}`
      : `${word} found; ${health}`,
  );
}

function renderDiagnosis(diagnosis: Diagnosis, page: Page): string[] {
  const { id, about, certainty, seen, cause, fix, expectedAtMs, page: more } = diagnosis;
  const { colors, width } = page;
  const until = expectedAtMs === undefined ? "" : `, expected until about ${clock(expectedAtMs)}`;
  const names = [...new Set(about.map(({ name }) => name))];
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return [
    ...hanging(`${markOf(diagnosis, page)} `, `${shown.join(", ")}: ${cause}${until}`, width),
    ...rows("where", placesOf(diagnosis), width, colors.dim),
    ...seen.flatMap((line, index) => hanging(index === 0 ? "  seen   " : "         ", line, width)),
    ...hanging("  to do  ", fix, width),
    ...hanging("  more   ", `${more} (${certainty}, ${id})`, width).map(colors.dim),
  ];
}

/** Where things are declared, where that is not said by their names. */
function placesOf({ about }: Diagnosis): readonly string[] {
  const places = about.flatMap(({ address, path, name }) => {
    const place = path ?? address;
    return place === undefined || place === name ? [] : [place];
  });
  return places.length > 3 ? [...places.slice(0, 2), `${places.length - 2} more`] : places;
}

function rows(
  mark: string,
  texts: readonly string[],
  width: number,
  color: (text: string) => string,
): readonly string[] {
  if (texts.length === 0) return [];
  return hanging(`  ${mark.padEnd(7)}`, texts.join(", "), width).map(color);
}

function markOf({ kind }: Diagnosis, { colors }: Page): string {
  if (kind === "broken") return colors.red("broken");
  return kind === "passing" ? colors.yellow("wait") : colors.green("as set");
}

/** The time of day where the reader is. */
function clock(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function renderUnexplained({ about, seen }: Unexplained, { colors, width }: Page): string[] {
  return [
    ...hanging(`${colors.yellow("unexplained")} `, about.name, width),
    ...seen.flatMap((line) => hanging("  seen   ", line, width)),
  ];
}

/** The same for a program: what is absent is null. */
export function renderDoctorJson({ diagnoses, unexplained, ...report }: DoctorReport): string {
  const whole = ({ about, expectedAtMs, ...diagnosis }: Diagnosis) => ({
    ...diagnosis,
    about: about.map(wholeAbout),
    expectedAtMs: expectedAtMs ?? null,
  });
  return renderJson(
    {
      ...report,
      diagnoses: diagnoses.map(whole),
      unexplained: unexplained.map(({ about, seen }) => ({ about: wholeAbout(about), seen })),
    },
    2,
  );
}

function wholeAbout({ address, path, ...about }: Diagnosis["about"][number]) {
  return { ...about, address: address ?? null, path: path ?? null };
}

import { diagramOf, marksOf, renderMermaid } from "../../diagram";
import { countChanges } from "../changes-by-kind";
import { sensitiveMask } from "../redaction/shown-report";
import type { ReviewedStack } from "../report";
import type { ShowOptions } from "../shown";
import { changesSection } from "./changes-section";
import type { Detail } from "./detail";
import { findingsSection, risksSection, routesSection, userDataSection } from "./sections";
import { block, details } from "./text";

type Section = (stack: ReviewedStack, detail: Detail, options: ShowOptions) => string;

/** In their order, each with what of a detail its text depends on. */
const sections: readonly (readonly [Section, readonly (keyof Detail)[]])[] = [
  [({ review }, detail) => risksSection(review, detail), ["mostRows", "hasCourses"]],
  [({ review }, detail) => routesSection(review, detail), ["mostRows"]],
  [changes, ["mostRows", "hasSettings"]],
  [({ review }, detail) => userDataSection(review, detail), ["mostRows", "hasPatches"]],
  [({ review }, detail) => findingsSection(review, detail), ["mostRows"]],
  [picture, ["hasDiagrams"]],
];

/** What a comment says of one stack, in one detail after the other; a section that stays the same is rendered once. */
export class StackSections {
  readonly #rendered = new Map<string, string>();

  constructor(
    private readonly stack: ReviewedStack,
    private readonly options: ShowOptions,
  ) {}

  /** The sections that have something to say. */
  at(detail: Detail): readonly string[] {
    return sections
      .map(([section, dependsOn], index) => {
        const key = [index, ...dependsOn.map((name) => detail[name])].join();
        const text = this.#rendered.get(key) ?? section(this.stack, detail, this.options);
        this.#rendered.set(key, text);
        return text;
      })
      .filter((text) => text !== "");
  }
}

function changes({ review }: ReviewedStack, detail: Detail, options: ShowOptions): string {
  const text = changesSection(review, detail, options);
  return text === "" ? "" : `#### Changes: ${countChanges(review.changes)}\n\n${text}`;
}

/** Drawn only where something changes: a picture of what stays as it is tells a reviewer nothing. */
function picture(
  { review: { sides } }: ReviewedStack,
  { hasDiagrams }: Detail,
  { showSensitive }: ShowOptions,
): string {
  const marks = marksOf(sides.changes.changes);
  if (!hasDiagrams || marks.size === 0) return "";
  const diagram = diagramOf(sides.after, { before: sides.before, marks });
  const drawn = renderMermaid(showSensitive ? diagram : sensitiveMask([sides]).in(diagram));
  return details("Picture", block("mermaid", drawn.trimEnd()));
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Defect } from "../../../lab/lint";
import type { Shape } from "./shop";

export const root = join(__dirname, "../../..");

/** A page of `docs/defects`: what a person reads about one defect. */
export interface Page {
  readonly title: string;
  /** Such as `**error** (H11, B40)`. */
  readonly claim: string;
  /** Changes to the resources of the shop: those that are wrong, and the same mended. */
  readonly wrong: readonly Shape[];
  readonly right: readonly Shape[];
}

/** The list of all defects in `docs/defects/README.md`. */
export function renderIndex(defects: readonly Defect[]): string {
  const rows = defects.map(({ id, severity, profile }) => {
    const when = profile === undefined ? severity : `${severity}, ${profile} only`;
    return `| [${id}](${id}.md) | ${when} | ${firstSentence(id)} |`;
  });
  return ["| defect | severity | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}

/** What a page says first, below its claim. */
function firstSentence(id: string): string {
  const [, text = ""] = /^\*\*.*\n\n([\s\S]*?)\n(?:\n|$)/m.exec(readFileSync(pagePath(id), "utf8")) ?? [];
  const [sentence = ""] = /^.*?[.:](?= [A-Z`]|$)/.exec(text.replaceAll("\n", " ")) ?? [];
  return sentence.replaceAll("|", "\\|");
}

export function pagePath(id: string): string {
  return join(root, "docs/defects", `${id}.md`);
}

export function readPage(id: string): Page | undefined {
  if (!existsSync(pagePath(id))) return undefined;
  const text = readFileSync(pagePath(id), "utf8");
  const [intro = "", ...sections] = text.split(/^## /m);
  const [title = "", , claim = ""] = intro.split("\n");
  const examples = (heading: string) =>
    sections
      .filter((section) => section.startsWith(`${heading}\n`))
      .flatMap((section) =>
        [...section.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = ""]) => JSON.parse(json)),
      );
  return { title: title.replace(/^# /, ""), claim, wrong: examples("Wrong"), right: examples("Right") };
}

/** Merges a change that a page shows into the shop: resources by type, and data sources below `data`. */
export function mergeIntoShop(whole: Shape, { data = {}, ...resource }: Shape): void {
  merge(whole, { resource, data });
}

/** As a JSON merge patch (RFC 7396): objects are merged, `null` takes away, anything else replaces. */
export function merge(into: Shape, patch: Shape): Shape {
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete into[key];
    else if (isObject(value)) into[key] = merge(isObject(into[key]) ? into[key] : {}, value);
    else into[key] = value;
  }
  return into;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

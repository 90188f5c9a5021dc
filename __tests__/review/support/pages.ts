import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Risk } from "../../../lab/review";
import type { Shape } from "../../lint/support/shop";

export const root = join(__dirname, "../../..");

/** One change that a page shows: to the shop as it is, or as a first patch has made it. */
export interface Example {
  readonly base: Shape;
  readonly change: Shape;
}

/** A page of `docs/risks`: what a person reads about one risk. */
export interface Page {
  readonly title: string;
  /** Such as `**drops traffic** (G1, E503)`. */
  readonly claim: string;
  readonly hurts: readonly Example[];
  readonly harmless: readonly Example[];
}

/** The list of all risks in `docs/risks/README.md`. */
export function renderIndex(risks: readonly Risk[]): string {
  const rows = risks.map(
    ({ id, level }) => `| [${id}](${id}.md) | ${level.replace("-", " ")} | ${firstSentence(id)} |`,
  );
  return ["| risk | level | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}

/** What a page says first, below its claim. */
function firstSentence(id: string): string {
  const [, text = ""] = /^\*\*.*\n\n([\s\S]*?)\n(?:\n|$)/m.exec(readFileSync(pagePath(id), "utf8")) ?? [];
  const [sentence = ""] = /^.*?[.:](?= [A-Z`]|$)/.exec(text.replaceAll("\n", " ")) ?? [];
  return sentence.replaceAll("|", "\\|");
}

function pagePath(id: string): string {
  return join(root, "docs/risks", `${id}.md`);
}

export function readPage(id: string): Page | undefined {
  if (!existsSync(pagePath(id))) return undefined;
  const text = readFileSync(pagePath(id), "utf8");
  const [intro = "", ...sections] = text.split(/^## /m);
  const [title = "", , claim = ""] = intro.split("\n");
  const examples = (heading: string) =>
    sections.filter((section) => section.startsWith(`${heading}\n`)).flatMap(examplesIn);
  return { title: title.replace(/^# /, ""), claim, hurts: examples("Hurts"), harmless: examples("Harmless") };
}

/** Blocks of JSON: each a change; one that follows the line `Given:` is what the next one changes. */
function examplesIn(section: string): readonly Example[] {
  const blocks = [...section.matchAll(/(Given:\n\n)?```json\n(.*?)^```$/gms)];
  const examples: Example[] = [];
  let base: Shape = {};
  for (const [, given, json = ""] of blocks) {
    if (given !== undefined) base = JSON.parse(json);
    else {
      examples.push({ base, change: JSON.parse(json) });
      base = {};
    }
  }
  return examples;
}

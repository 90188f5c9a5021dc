import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cause } from "../../../lab/doctor";
import type { Change } from "./shop-evidence";

export const root = join(__dirname, "../../..");

/** A page of `docs/causes`: what a person reads about one cause. */
export interface Page {
  readonly title: string;
  /** Such as `**broken** (U6, H53)`. */
  readonly claim: string;
  /** Evidence of the shop in which it is the cause, and in which it is not. */
  readonly seen: readonly Change[];
  readonly notSeen: readonly Change[];
}

function pagePath(id: string): string {
  return join(root, "docs/causes", `${id}.md`);
}

export function readPage(id: string): Page | undefined {
  if (!existsSync(pagePath(id))) return undefined;
  const [intro = "", ...sections] = readFileSync(pagePath(id), "utf8").split(/^## /m);
  const [title = "", , claim = ""] = intro.split("\n");
  const examples = (heading: string): readonly Change[] =>
    sections
      .filter((section) => section.startsWith(`${heading}\n`))
      .flatMap((section) =>
        [...section.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = ""]) => JSON.parse(json)),
      );
  return {
    title: title.replace(/^# /, ""),
    claim,
    seen: examples("Seen"),
    notSeen: examples("Not seen"),
  };
}

/** The list of all causes in `docs/causes/README.md`. */
export function renderIndex(causes: readonly Cause[]): string {
  const rows = causes.map(({ id, kind }) => `| [${id}](${id}.md) | ${kind} | ${firstSentence(id)} |`);
  return ["| cause | kind | what it is |", "| --- | --- | --- |", ...rows].join("\n");
}

/** What a page says first, below its claim. */
function firstSentence(id: string): string {
  const [, text = ""] = /^\*\*.*\n\n([\s\S]*?)\n(?:\n|$)/m.exec(readFileSync(pagePath(id), "utf8")) ?? [];
  const [sentence = ""] = /^.*?[.:](?= [A-Z`]|$| [a-z0-9])/.exec(text.replaceAll("\n", " ")) ?? [];
  return sentence.replaceAll("|", "\\|").replace(/:$/, ".");
}

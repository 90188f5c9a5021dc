import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** A fenced block of code. */
export interface Block {
  /** Page and line at which it begins, such as `README.md:12`. */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** A page of the documentation. */
export interface Page {
  /** Relative to the root, such as `docs/problems.md`. */
  readonly path: string;
  readonly text: string;
}

/** Every page that people read: at the root, under `docs`, and beside each example. */
export function readPages(): readonly Page[] {
  const atRoot = readdirSync(root).filter((name) => name.endsWith(".md"));
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`);
  const examples = readdirSync(join(root, "examples"))
    .map((name) => `examples/${name}/README.md`)
    .filter((path) => existsSync(join(root, path)));
  return [...atRoot, ...docs, ...examples].map((path) => ({
    path,
    text: readFileSync(join(root, path), "utf8"),
  }));
}

/** The fenced blocks of a page. */
export function blocksOf({ path, text }: Page): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ index, 1: language = "", 2: code = "" }) => ({
    place: `${path}:${text.slice(0, index).split("\n").length}`,
    language,
    text: code,
  }));
}

/** All that is set as code on a page: fenced blocks and code within a line. */
export function codeOf(page: Page): readonly string[] {
  const blocks = blocksOf(page).map(({ text }) => text);
  const prose = page.text.replace(/^```.*?^```$/gms, "");
  return [...blocks, ...[...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code)];
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allDefects, type Defect } from "../../lab/lint";
import { findIn } from "./support/find";
import { mergeIntoShop, readPage, renderIndex, root } from "./support/pages";

const namesIn = (directory: string, ending: string) =>
  readdirSync(join(root, directory))
    .filter((name) => name.endsWith(ending) && name !== "README.md" && name !== "index.ts")
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = allDefects.map(({ id }) => id);

it("every defect has a source, a test and a page of its name, and nothing else has", () => {
  expect(namesIn("lab/lint/defects", ".ts")).toEqual(ids);
  expect(namesIn("__tests__/lint/defects", ".test.ts")).toEqual(ids);
  expect(namesIn("docs/defects", ".md")).toEqual(ids);
});

it("the index lists every defect, with its severity and what its page says first", () => {
  const text = readFileSync(join(root, "docs/defects/README.md"), "utf8");
  const [, index = ""] = /<!-- defects -->\n(.*)\n<!-- \/defects -->/s.exec(text) ?? [];
  expect(index).toBe(renderIndex(allDefects));
});

describe.each(allDefects.map((defect) => [defect.id, defect] as const))("the page of %s", (id, defect) => {
  const page = readPage(id);

  it("says what the source says", () => {
    expect(page?.title).toBe(id);
    expect(page?.claim).toBe(claimOf(defect));
  });

  it("shows what is wrong, and the same mended", () => {
    expect(page?.wrong.length).toBeGreaterThan(0);
    expect(page?.right.length).toBeGreaterThan(0);
    for (const patch of page?.wrong ?? []) expect(idsIn(defect, patch)).toContain(id);
    for (const patch of page?.right ?? []) expect(idsIn(defect, patch)).toEqual([]);
  });
});

function claimOf({ severity, facts, profile }: Defect): string {
  return `**${severity}**${profile === undefined ? "" : `, ${profile} only`} (${facts.join(", ")})`;
}

function idsIn(defect: Defect, patch: object): readonly string[] {
  return findIn(defect, (_, whole) => mergeIntoShop(whole, patch)).map(({ id }) => id);
}

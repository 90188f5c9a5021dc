import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allRisks } from "../../lab/review";
import { patch, risksOf } from "./support/hazards";
import { type Example, readPage, renderIndex, root } from "./support/pages";

const namesIn = (directory: string, ending: string) =>
  readdirSync(join(root, directory))
    .filter((name) => name.endsWith(ending) && name !== "README.md")
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = allRisks.map(({ id }) => id);

it("every risk has a source, a test and a page of its name, and nothing else has", () => {
  expect(namesIn("lab/review/risks", ".ts")).toEqual(ids);
  expect(namesIn("__tests__/review/risks", ".test.ts")).toEqual(ids);
  expect(namesIn("docs/risks", ".md")).toEqual(ids);
});

it("the index lists every risk, with its level and what its page says first", () => {
  const text = readFileSync(join(root, "docs/risks/README.md"), "utf8");
  const [, index = ""] = /<!-- risks -->\n(.*)\n<!-- \/risks -->/s.exec(text) ?? [];
  expect(index).toBe(renderIndex(allRisks));
});

describe.each(allRisks.map((risk) => [risk.id, risk] as const))("the page of %s", (id, risk) => {
  const page = readPage(id);
  const idsIn = ({ base, change }: Example) =>
    risksOf(risk, patch(change), patch(base)).map((finding) => finding.id);

  it("says what the source says", () => {
    expect(page?.title).toBe(id);
    const facts = risk.facts.length === 0 ? "" : ` (${risk.facts.join(", ")})`;
    expect(page?.claim).toBe(`**${risk.level.replace("-", " ")}**${facts}`);
  });

  it("shows a change that hurts, and one that does not", () => {
    expect(page?.hurts.length).toBeGreaterThan(0);
    expect(page?.harmless.length).toBeGreaterThan(0);
    for (const example of page?.hurts ?? []) expect(idsIn(example)).toContain(id);
    for (const example of page?.harmless ?? []) expect(idsIn(example)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allCauses, type Cause } from "../../lab/doctor";
import { readPage, renderIndex, root } from "./support/pages";
import { idsIn } from "./support/shop-evidence";

const namesIn = (directory: string, ending: string) =>
  readdirSync(join(root, directory))
    .filter((name) => name.endsWith(ending) && name !== "README.md" && name !== "index.ts")
    .map((name) => name.slice(0, -ending.length))
    .sort();

const ids = allCauses.map(({ id }) => id);

it("every cause has a source, a test and a page of its name, and nothing else has", () => {
  expect(namesIn("lab/doctor/causes", ".ts")).toEqual(ids);
  expect(namesIn("__tests__/doctor/causes", ".test.ts")).toEqual(ids);
  expect(namesIn("docs/causes", ".md")).toEqual(ids);
});

it("the index lists every cause, with its kind and what its page says first", () => {
  const text = readFileSync(join(root, "docs/causes/README.md"), "utf8");
  const [, index = ""] = /<!-- causes -->\n(.*)\n<!-- \/causes -->/s.exec(text) ?? [];
  expect(index).toBe(renderIndex(allCauses));
});

it("a cause explains away only causes that there are", () => {
  const sources = ids.map((id) => readFileSync(join(root, "lab/doctor/causes", `${id}.ts`), "utf8"));
  const named = sources.flatMap((text) =>
    [...text.matchAll(/explains: \[([^\]]*)\]/g)].flatMap(([, list = ""]) => list.match(/[\w-]{3,}/g) ?? []),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !ids.includes(name))).toEqual([]);
});

describe.each(allCauses.map((cause) => [cause.id, cause] as const))("the page of %s", (id, cause) => {
  const page = readPage(id);

  it("says what the source says", () => {
    expect(page?.title).toBe(id);
    expect(page?.claim).toBe(claimOf(cause));
  });

  it("shows evidence in which it is the first cause, and evidence in which it is none", () => {
    expect(page?.seen.length).toBeGreaterThan(0);
    expect(page?.notSeen.length).toBeGreaterThan(0);
    for (const change of page?.seen ?? []) {
      const named = idsIn(change);
      // What works as it was set comes after what makes it so.
      expect(cause.kind === "wanted" ? named.at(-1) : named[0]).toBe(id);
    }
    for (const change of page?.notSeen ?? []) expect(idsIn(change)).not.toContain(id);
  });
});

function claimOf({ kind, facts }: Cause): string {
  return `**${kind}** (${facts.join(", ")})`;
}

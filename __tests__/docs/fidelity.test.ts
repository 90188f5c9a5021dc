import { existsSync } from "node:fs";
import { join } from "node:path";
import { citedFacts, factsCitedIn, isFact } from "./cited-facts";
import { factIds, readFidelity } from "./fidelity-page";
import { root } from "./markdown";

const { rows, sections, counts } = readFidelity();
const cited = citedFacts();
const known = new Map(rows.map((row) => [row.id, row]));

function count(standing: string, of = rows): number {
  return of.filter((row) => row.standing === standing).length;
}

describe("the page on fidelity", () => {
  it("has one row for every statement, and no other", () => {
    expect(rows.map(({ id }) => id)).toEqual(factIds());
    expect(rows.filter(({ id }) => !isFact(id))).toEqual([]);
  });

  it("says of each what AWS does, how it stands here, and why where it is not reproduced", () => {
    const standings = ["reproduced", "approximated", "out of scope"];
    const poor = rows.filter(
      ({ says, standing, remark }) =>
        says === "" || !standings.includes(standing) || (standing !== "reproduced" && remark === ""),
    );
    expect(poor).toEqual([]);
  });

  it.each(rows.filter(({ tests }) => tests.length > 0).map(({ id, tests }) => [id, tests] as const))(
    "%s is cited in brackets by the tests that its row names",
    (id, tests) => {
      const missing = tests.filter((file) => !existsSync(join(root, file)) || !cited.get(file)?.has(id));
      expect(missing).toEqual([]);
    },
  );

  it("names a test for everything that is reproduced, and for nothing that is out of scope", () => {
    const wrong = rows.filter(
      ({ standing, tests }) =>
        (standing === "reproduced" && tests.length === 0) ||
        (standing === "out of scope" && tests.length > 0),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("leaves out of scope nothing that a test cites", () => {
    const all = new Set([...cited.values()].flatMap((facts) => [...facts]));
    const astray = [...all].filter((id) => (known.get(id)?.standing ?? "out of scope") === "out of scope");
    expect(astray).toEqual([]);
  });

  it("counts right, and reproduces at least a hundred statements", () => {
    expect(counts).toEqual({
      all: rows.length,
      reproduced: count("reproduced"),
      approximated: count("approximated"),
      "out of scope": count("out of scope"),
    });
    expect(count("reproduced")).toBeGreaterThanOrEqual(100);
    for (const { title, counted } of sections) {
      const own = rows.filter(({ section }) => section === title);
      const expected = ["reproduced", "approximated", "out of scope"].map((one) => count(one, own));
      expect([title, counted]).toEqual([title, expected]);
    }
    expect(sections.map(({ title }) => title)).toEqual([...new Set(rows.map(({ section }) => section))]);
  });
});

describe("a test cites", () => {
  it.each<[string, string, readonly string[]]>([
    ["facts in its title", 'it("holds [H32, P-E1, E502]", f);', ["H32", "P-E1", "E502"]],
    ["facts in rows of each", 'it.each([["a [S1]", 1], [`b [S2]`, 2]])("%s", f);', ["S1", "S2"]],
    ["facts behind a placeholder", "it(`${name} holds [R3]`, f);", ["R3"]],
    ["neither cases of proxies nor of smuggling", 'it("holds [P-05, P5, smuggling R4, R5]", f);', ["P5"]],
    ["nothing in a comment or within a text", '// [H1]\nit("a [H2] b", f);', []],
  ])("%s", (_, source, expected) => {
    expect([...factsCitedIn(source)]).toEqual(expected);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { requiredPermissions } from "../../lab/aws";
import { allCauses } from "../../lab/doctor";
import { runHere } from "../cli/support/run-here";
import { root } from "./markdown";

const path = "docs/troubleshooting.md";
const text = readFileSync(join(root, path), "utf8");

interface Row {
  readonly section: string;
  readonly id: string;
  readonly link: string;
  readonly facts: readonly string[];
}

/** Rows that name a cause, each under its heading. */
const rows: readonly Row[] = text.split(/^#{2,3} /m).flatMap((part) => {
  const [section = ""] = part.split("\n");
  return [...part.matchAll(/^\|.*\| \[([\w-]+)\]\((.*?)\) \| ([\w, -]+) \|$/gm)].map(
    ([, id = "", link = "", facts = ""]) => ({ section, id, link, facts: facts.split(", ") }),
  );
});

describe("the list of symptoms", () => {
  it("names every cause that somebody has to mend, and every one that passes or is wanted", () => {
    const named = new Set(rows.map(({ id }) => id));
    expect(allCauses.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    expect([...named].filter((name) => !allCauses.some(({ id }) => id === name))).toEqual([]);
  });

  it.each(rows.map((row) => [row.id, row.section, row] as const))(
    "leads to the page of %s under %s, with facts that it rests on",
    (id, _, { link, facts }) => {
      expect(link).toBe(`causes/${id}.md`);
      expect(existsSync(join(root, dirname(path), link))).toBe(true);
      expect(allCauses.find((cause) => cause.id === id)?.facts).toEqual(expect.arrayContaining([...facts]));
    },
  );

  it("has every row in a form that these tests read", () => {
    const inTables = text.match(/^\| (?!`\w+:|what |status |reason |permission |---).*\|$/gm) ?? [];
    expect(inTables).toHaveLength(rows.length);
  });

  it("says what AWS shows of a target: every reason code that a cause is found by", () => {
    const sources = allCauses.map(({ id }) => readFileSync(join(root, `lab/doctor/causes/${id}.ts`), "utf8"));
    const codes = new Set(
      sources.flatMap((source) => source.match(/\b(?:Target|Elb)\.[A-Z][A-Za-z]+/g) ?? []),
    );
    expect(codes.size).toBeGreaterThan(8);
    expect([...codes].filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });

  it("links headings that it has", () => {
    const headings = [...text.matchAll(/^#{2,3} (.*)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = ""]) => anchor);
    expect(links.filter((link) => !headings.includes(link))).toEqual([]);
  });
});

describe("collecting evidence", () => {
  it("asks for the permissions that gathering makes use of, and says what each is for", () => {
    const [, table = ""] = /<!-- permissions -->\n(.*)<!-- \/permissions -->/s.exec(text) ?? [];
    const lines = requiredPermissions.map(({ permission, what, onlyWithCommands }) => {
      const when = onlyWithCommands ? ", with `--run-commands` only" : "";
      return `| \`${permission}\` | ${what}${when} |\n`;
    });
    expect(table).toBe(`| permission | what is seen with it |\n| --- | --- |\n${lines.join("")}`);
  });

  it("names options that doctor has", async () => {
    const { out } = await runHere(["doctor", "--help"]);
    const [, section = ""] = text.split("## Collect evidence");
    const named = new Set(section.match(/(?<=[ `])--[a-z][a-z-]*(?=[ \n`])/g));
    const foreign = ["--silent", "--target-group-arn"];
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((option) => !foreign.includes(option) && !out.includes(option))).toEqual([]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pagePath, root } from "./support/pages";

const text = readFileSync(join(root, "docs/defects/README.md"), "utf8");
const [, section = ""] = /^## Known constraints, and who else checks them$(.*?)^## /ms.exec(text) ?? [];
const [head = [], , ...rows] = section
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const constraints = rows.map(([constraint = "", defects = "", ...checks]) => ({
  constraint,
  links: defects.split(", ").map((link) => /^\[([a-z0-9-]+)\]\((.*)\)$/.exec(link) ?? []),
  checks,
}));

/** Somebody checks it, be it in part. */
const isChecked = (check = "") => check.startsWith("yes");

it("the table has a column for each of the others", () => {
  expect(head).toEqual(["constraint", "defect", "AWS CDK", "TerraConstructs", "provider at plan"]);
});

it("there are at least 35 constraints, and at least 34 of them name a defect", () => {
  expect(constraints.length).toBeGreaterThanOrEqual(35);
  const named = constraints.filter(({ links }) => links.some(([, id]) => id !== undefined));
  expect(named.length).toBeGreaterThanOrEqual(34);
});

it("no constraint stands there twice", () => {
  const names = constraints.map(({ constraint }) => constraint);
  expect(names.filter((name, index) => name === "" || names.indexOf(name) !== index)).toEqual([]);
  const defects = constraints.map(({ links }) => links.map(([, id]) => id).join());
  expect(defects.filter((one, index) => defects.indexOf(one) !== index)).toEqual([]);
});

it.each(constraints.map((row) => [row.constraint, row] as const))(
  '"%s" is found by defects that have a source and a page',
  (_, { links }) => {
    expect(links).not.toHaveLength(0);
    for (const [, id = "", target] of links) {
      expect(id).not.toBe("");
      expect(target).toBe(`${id}.md`);
      expect(existsSync(join(root, "lab/lint/defects", `${id}.ts`))).toBe(true);
      expect(existsSync(pagePath(id))).toBe(true);
    }
  },
);

it("every row says yes or no of each of the others, at most with what part of it", () => {
  const unclear = constraints.filter(
    ({ checks }) => checks.length !== 3 || !checks.every((check) => /^(no|yes( \([^()]+\))?)$/.test(check)),
  );
  expect(unclear).toEqual([]);
});

it("the sentence below the table counts right", () => {
  const sentence =
    /^Of these (\d+) constraints AWS CDK [\d.]+ checks (\d+), TerraConstructs [\d.]+ (\d+) and the AWS provider [\d.]+ at plan (\d+), together (\d+), as looked at on \d{4}-\d\d-\d\d\.$/;
  const said = section
    .split("\n\n")
    .flatMap((paragraph) => sentence.exec(paragraph.trim().replaceAll("\n", " "))?.slice(1) ?? []);
  const checkedBy = (column: number) => constraints.filter(({ checks }) => isChecked(checks[column])).length;
  const together = constraints.filter(({ checks }) => checks.some(isChecked)).length;
  expect(said.map(Number)).toEqual([constraints.length, checkedBy(0), checkedBy(1), checkedBy(2), together]);
});

it("the list of all defects has its place below", () => {
  expect(text).toMatch(/^## All defects\n\n<!-- defects -->\n.*^<!-- \/defects -->\n$/ms);
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "./support/run-here";
import { shop } from "./support/shop";

const plan = join(__dirname, "../topology/fixtures/inline.plan.json");

describe("diagram", () => {
  it("prints an SVG of a synthesized stack, named as the stack", async () => {
    const { exitCode, out, err } = await runHere(["diagram", "-"], { input: shop() });
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toMatch(/^<svg [^>]*>\n<title>shop<\/title>/);
    expect(out).not.toContain("+ added");
  });

  it.each([
    ["mermaid", /^flowchart LR\n/],
    ["html", /^<!doctype html>\n/],
    ["svg", /^<svg /],
  ])("prints %s when that is asked for", async (format, beginning) => {
    const { out } = await runHere(["diagram", "-", "--format", format], { input: shop() });
    expect(out).toMatch(beginning);
  });

  it("marks what a plan changes", async () => {
    const { out } = await runHere(["diagram", plan]);
    expect(out).toContain("+ added");
  });

  it("writes a file in the format of its ending and prints nothing", async () => {
    const directory = mkdtempSync(join(tmpdir(), "diagram-"));
    try {
      for (const [name, beginning] of [
        ["x.html", /^<!doctype html>/],
        ["x.mmd", /^flowchart/],
        ["x.svg", /^<svg/],
      ] as const) {
        const file = join(directory, name);
        const ended = await runHere(["diagram", "-", "--out", file], { input: shop() });
        expect(ended).toEqual({ exitCode: 0, out: "", err: "" });
        expect(readFileSync(file, "utf8")).toMatch(beginning);
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it("says in one line what it cannot read, write or find", async () => {
    const about = async (...words: readonly string[]) => runHere(["diagram", ...words], { input: shop() });
    expect(await about("nowhere.json")).toMatchObject({ exitCode: 2, out: "" });
    const unwritable = await about("-", "--out", "nowhere/x.svg");
    expect(unwritable.exitCode).toBe(2);
    expect(unwritable.err).toBe(
      "alb-lab diagram: nowhere/x.svg must be a file that can be written, got ENOENT; name another with --out\n",
    );
    expect((await about("-", "--stack", "other")).err).toContain("must hold the stack other, got shop");
  });
});

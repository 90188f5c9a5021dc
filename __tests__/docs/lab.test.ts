import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparable, stepsOf } from "./lab-page";
import { LabReader } from "./lab-reader";
import { blocksOf, root } from "./markdown";

jest.setTimeout(180_000);

const path = "docs/lab.md";
const text = readFileSync(join(root, path), "utf8");
const blocks = blocksOf({ path, text });
const steps = stepsOf({ path, text });
const shows = steps.flatMap((step) =>
  "shown" in step && step.shown !== "" ? [[step.place, step.shown] as const] : [],
);

const directory = realpathSync(mkdtempSync(join(tmpdir(), "alb-lab-walk-")));
const cacheBefore = process.env.XDG_CACHE_HOME;
process.env.XDG_CACHE_HOME = join(directory, "cache");
const reader = new LabReader(directory);
const seen = new Map<string, string | undefined>();
let endedWith: unknown;

/** Everything is done in the order of the page: what one step leaves is what the next one finds. */
beforeAll(async () => {
  try {
    for (const step of steps.filter(({ place }) => place !== installing))
      seen.set(step.place, await reader.follow(step));
  } finally {
    endedWith = await reader.end();
  }
});
afterAll(() => {
  if (cacheBefore === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = cacheBefore;
  rmSync(directory, { recursive: true, force: true });
});

const installing = blocks.find((block) => block.text === "npm ci\n")?.place;

describe("a reader who does what the page says, step by step", () => {
  it.each(shows)("sees at %s what it shows", (place, shown) => {
    expect(comparable(seen.get(place) ?? "")).toEqual(comparable(shown));
  });

  it("sees both servers answer in turn", () => {
    const answers = [...seen.values()].find((text) => text?.includes("\nHello World\n")) ?? "";
    const [one, other, ...more] = answers.match(/^Hello World.*$/gm) ?? [];
    expect(more).toEqual([one, other]);
    expect(one).not.toBe(other);
  });

  it("leaves nothing behind", () => {
    expect(endedWith).toBe(0);
    expect(reader.changedFiles()).toBe("");
  });
});

describe("the page", () => {
  it("declares dev as its file does", () => {
    const shown = blocks.find(({ language }) => language === "typescript")?.text ?? "";
    const file = readFileSync(join(root, "environments/dev.ts"), "utf8");
    expect(shown).toContain("defineEnvironment");
    expect(file.replace(/^\/\*\* .* \*\/\n/m, "")).toBe(shown);
  });

  it("takes the seven steps, breaks it four times, and has the doctor explain each", () => {
    const [walk = "", ...breaks] = text.split(/^## \d\. /m);
    expect(walk.match(/^\| \d\. /gm)).toHaveLength(7);
    expect(breaks).toHaveLength(4);
    for (const section of breaks) {
      expect(section).toMatch(/^```diff$/m);
      expect(section).toMatch(/-- doctor$/m);
      expect(section).toContain("**Mend it:**");
    }
  });

  it("keeps what a terminal prints within 80 columns, besides refusals, which are one line each", () => {
    const printed = shows.flatMap(([, shown]) => shown.split("\n").filter((line) => !line.startsWith("$ ")));
    expect(printed.filter((line) => line.length > 80 && !/ \[[\w-]+\]$/.test(line))).toEqual([]);
  });
});

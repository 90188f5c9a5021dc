import { runHere } from "../cli/support/run-here";
import { readPlan } from "../review/corpus/stored-plans";
import { type Block, blocksOf, readPages } from "./markdown";

const blocks = readPages().flatMap(blocksOf);
const onPage = (path: string) => blocks.filter(({ place }) => place.startsWith(`${path}:`));
const only = (holds: (block: Block) => boolean): string | undefined => {
  const [found, ...others] = onPage("README.md").filter(holds);
  return others.length === 0 ? found?.text : undefined;
};
const textsOn = (path: string) => onPage(path).map(({ text }) => text);

// Those pages are followed and run by tests of their own, so that what is shown twice is proven once.
describe("the readme", () => {
  it("shows of the doctor what the walk through the lab has it say", () => {
    expect(textsOn("docs/lab.md")).toContain(only(({ text }) => text.includes("alb-lab -- doctor\n")));
  });

  it("shows of assertions what the page on them runs", () => {
    expect(textsOn("docs/testing.md")).toContain(only(({ text }) => text.includes('"alb-lab/testing"')));
  });

  it("shows of a review what it says of a plan in which a service joins staging", async () => {
    const input = readPlan("a-service-with-a-path-of-its-own-joins-staging") ?? "";
    const { exitCode, out } = await runHere(["review", "-"], { input });
    const [, shown = ""] = only(({ text }) => text.includes("alb-lab -- review"))?.split(/^\$.*\n/m) ?? [];
    expect(exitCode).toBe(0);
    expect(shown).not.toBe("");
    expect(out).toMatch(/^safe: /);
    expect(out.startsWith(shown.trimEnd())).toBe(true);
  });
});

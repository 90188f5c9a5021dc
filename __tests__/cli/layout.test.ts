import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runHere } from "./support/run-here";
import { declaredAt, path, rule, shop } from "./support/shop";

async function show(input: string, width = 80): Promise<string> {
  return (await runHere(["topology", "-"], { input, width })).out;
}

/** Lines of several words that do not fit. */
function tooLong(text: string, width: number): string[] {
  return text.split("\n").filter((line) => line.length > width && /\S \S/.test(line));
}

describe("layout", () => {
  const fixtures = join(__dirname, "../topology/fixtures");
  const foreign = readdirSync(fixtures).filter((name) => name.endsWith(".json"));

  it.each(["shop", ...foreign])("of %s keeps to the width, but for words that are longer", async (name) => {
    const input = name === "shop" ? shop() : readFileSync(join(fixtures, name), "utf8");
    const shown = await Promise.all([80, 100].map(async (width) => tooLong(await show(input, width), width)));
    expect(shown).toEqual([[], []]);
  });

  it("of a hundred services takes two lines a rule and stays in order", async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
    const rules = numbers.map((number) => [
      `service_${number}`,
      {
        ...rule(1000 + number, [path(`/service-${number}/*`)]),
        ...declaredAt(`shop/service-${number}/rule`),
      },
    ]);
    const lines = (await show(shop({ aws_lb_listener_rule: Object.fromEntries(rules) }))).split("\n");
    const at = numbers.map((number) =>
      lines.findIndex((line) => line.includes(` path is /service-${number}/*`)),
    );
    expect(at).toEqual(numbers.map((_, index) => (at[0] as number) + 2 * index));
    expect(lines[at[99] as number]).toMatch(/shop\/service-100\/rule$/);
  });
});

describe("hostile names", () => {
  it("cannot give a terminal orders, in text and in JSON", async () => {
    const name = "evil\u001b]0;title\u0007\u009b31m\u202etxt\nsecond line";
    const input = shop({ aws_lb: { main: { ...JSON.parse(shop()).resource.aws_lb.main, name } } });
    for (const words of [
      ["topology", "-"],
      ["topology", "-", "--json"],
      ["explain", "-", "GET", "http://a.example/api"],
      ["explain", "-", "GET", "http://a.example/api", "--json"],
    ]) {
      const { out } = await runHere(words, { input });
      expect(out).toContain("evil");
      expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(out).not.toMatch(/^second line/m);
    }
  });

  it("are whole for a program that reads the JSON", async () => {
    const name = "\u009b\u202e\u2066x";
    const input = shop({ aws_lb: { main: { ...JSON.parse(shop()).resource.aws_lb.main, name } } });
    const { out } = await runHere(["topology", "-", "--json"], { input });
    expect(JSON.parse(out).loadBalancers[0].name).toBe(name);
  });
});

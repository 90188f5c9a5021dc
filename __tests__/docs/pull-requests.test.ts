import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderMarkdown, reportOn, reviewOf, type Sides, sidesOfPlan } from "../../lab/review";
import { parseInput } from "../../lab/topology";
import { readPlan } from "../review/corpus/stored-plans";

it("the comment that the guide shows is what a review of such a plan says", () => {
  const page = readFileSync(join(__dirname, "../../docs/pull-requests.md"), "utf8");
  const [, shown] = /<!-- example-comment -->\n\n````markdown\n(.*?\n)````/s.exec(page) ?? [];
  const sides = sidesOfPlan(parseInput(readPlan("two-rules-swap-their-priorities") ?? "", "plan")) as Sides;
  expect(shown).toBe(renderMarkdown(reportOn([{ name: "shop", review: reviewOf(sides) }])));
});

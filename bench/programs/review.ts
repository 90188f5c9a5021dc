import { readFileSync } from "node:fs";
import { renderMarkdown, reportOn, reviewOf, sidesOfPlan } from "../../lab/review";
import { parseInput } from "../../lab/topology";

/**
 * Reviews the plan in the first argument once, from its bytes to the comment. Prints the milliseconds; with `memory` the
 * most megabytes that the process took; with `parse` the milliseconds of parsing the same bytes as JSON alone.
 */
const [, , file = "", what] = process.argv;
const bytes = readFileSync(file);
const started = performance.now();
if (what === "parse") JSON.parse(bytes.toString());
else comment();
const taken = performance.now() - started;
console.log(what === "memory" ? process.resourceUsage().maxRSS / 1024 : taken);

function comment(): string {
  const sides = sidesOfPlan(parseInput(bytes, "plan"));
  if (sides === undefined) throw new Error("it must be a plan");
  return renderMarkdown(reportOn([{ name: "bench", review: reviewOf(sides) }]));
}

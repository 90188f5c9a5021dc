import { existsSync, readFileSync } from "node:fs";
import { Comparison } from "../../../lab/review/comparison";
import { risksIn } from "../../../lab/review/review";
import { sidesOfPlan } from "../../../lab/review/sides";
import { parseInput } from "../../../lab/topology";
import { allCases } from "../corpus/cases";
import { fileNameOf } from "../corpus/case";
import { readPlan } from "../corpus/stored-plans";

const ids = ["targets-replaced-together","instance-replaced-undrained","target-group-emptied","health-check-fails-servers","server-port-changed","draining-shortened","stickiness-lost","user-data-not-run","instance-restarted","launch-template-not-rolled-out","capacity-reduced","zone-removed","target-group-replaced"];
const risks = ids.map((id) => {
  const name = id.replace(/-(\w)/g, (_, c) => c.toUpperCase());
  return require(`../../../lab/review/risks/${id}`)[name];
});
it("x", () => {
  const out: string[] = [];
  const show = (name: string, text: string, want: readonly string[]) => {
    const sides = sidesOfPlan(parseInput(text, name));
    if (!sides) return;
    const t = Date.now();
    const found = risksIn(new Comparison(sides), risks);
    const mine = want.filter((w) => ids.includes(w));
    if (found.length === 0 && mine.length === 0) return;
    out.push(`== ${name} want ${want.join(",")} (${Date.now() - t} ms)`);
    for (const w of mine) if (!found.some((f) => f.id === w)) out.push(`  MISSING ${w}`);
    for (const f of found) out.push(`  ${f.level} ${f.id} ${f.address}: ${f.message}`, ...f.course.map((c) => `      - ${c}`), `      fix: ${f.fix}`);
  };
  for (const each of allCases) {
    const text = readPlan(fileNameOf(each));
    if (text) show(each.name, text, each.risks); else out.push(`NOT STORED ${each.name}`);
  }
  if (existsSync("/tmp/plan-port.json")) show("plan-port", readFileSync("/tmp/plan-port.json", "utf8"), []);
  require("fs").writeFileSync("/tmp/scratch-out.txt", out.join("\n"));
});

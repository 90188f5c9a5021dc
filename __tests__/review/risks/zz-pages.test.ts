import type { Risk } from "../../../lab/review/risk";
import { patch, risksOf } from "../support/hazards";
import { readPage } from "../support/pages";
const ids = ["targets-replaced-together","instance-replaced-undrained","target-group-emptied","health-check-fails-servers","server-port-changed","draining-shortened","stickiness-lost","user-data-not-run","instance-restarted","launch-template-not-rolled-out","capacity-reduced","zone-removed","target-group-replaced"];
const out: string[] = [];
it.each(ids)("%s", (id) => {
  const risk = require(`../../../lab/review/risks/${id}`)[id.replace(/-(\w)/g, (_, c) => c.toUpperCase())] as Risk;
  const page = readPage(id);
  expect(page?.claim).toBe(`**${risk.level.replace("-", " ")}** (${risk.facts.join(", ")})`);
  out.push(`== ${id}`);
  const bad: string[] = [];
  for (const [i, { base, change }] of (page?.hurts ?? []).entries()) {
    const r = risksOf(risk, patch(change), patch(base));
    for (const f of r) out.push(`  ${f.level} ${f.address}: ${f.message}`, ...f.course.map((c) => `    - ${c}`), `    fix ${f.fix}`);
    if (r.length === 0) bad.push(`hurts ${i}`);
  }
  for (const [i, { base, change }] of (page?.harmless ?? []).entries()) {
    const r = risksOf(risk, patch(change), patch(base));
    if (r.length) bad.push(`harmless ${i} ${r.map((f) => f.message)}`);
  }
  expect(bad).toEqual([]);
});
afterAll(() => require("fs").writeFileSync("/tmp/pages-out.txt", out.join("\n")));

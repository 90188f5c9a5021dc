import { readFileSync } from "node:fs";
import { allDefects } from "./lab/lint";
import { DEFAULT_QUOTAS } from "./lab/lint/quotas";
import { Subject } from "./lab/lint/subject";
import { topologyOf } from "./lab/topology";

const json = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
for (let round = 0; round < 2; round++) {
  const t0 = performance.now();
  const t = topologyOf(json);
  const t1 = performance.now();
  const s = new Subject(t, DEFAULT_QUOTAS);
  const rows: [string, number, number][] = [];
  for (const d of allDefects) {
    const a = performance.now();
    const n = [...d.find(s)].length;
    rows.push([d.id, performance.now() - a, n]);
  }
  console.log("topology", (t1 - t0).toFixed(0), "lint", rows.reduce((x, r) => x + r[1], 0).toFixed(0));
  for (const [id, ms, n] of rows.sort((a, b) => b[1] - a[1]).slice(0, 45))
    console.log("  ", id, ms.toFixed(1), n);
}

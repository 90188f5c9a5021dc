import { readFileSync } from "node:fs";
import { allDefects } from "./lab/lint";
import { DEFAULT_QUOTAS } from "./lab/lint/quotas";
import { Subject } from "./lab/lint/subject";
import { topologyOf } from "./lab/topology";

const skip = /never-matches|falls-to-default|routes-overlap|unreachable|redirect-loop|never-used/;
const json = JSON.parse(readFileSync(process.argv[2]!, "utf8"));
const t = topologyOf(json);
const a = performance.now();
const s = new Subject(t, DEFAULT_QUOTAS);
let n = 0;
for (const d of allDefects) if (!skip.test(d.id)) for (const _ of d.find(s)) n++;
console.log("cold lint without routes", performance.now() - a, n);

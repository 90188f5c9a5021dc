import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lintJson } from "../lab/lint";
import type { Fault, Resources } from "./mutation/fault";
import { structureFaults } from "./mutation/structure-faults";
import { valueFaults } from "./mutation/value-faults";
import { wayFaults } from "./mutation/way-faults";

const environments = ["dev", "staging", "prod"];
const faults: readonly Fault[] = [...valueFaults, ...structureFaults, ...wayFaults];
const leastShare = 0.95;
const leastMutants = 150;

interface Stack {
  readonly environment: string;
  readonly json: { readonly resource: Resources };
  /** What is found before anything is broken. */
  readonly before: ReadonlySet<string>;
}

/** Plants one fault after the other into what the environments synthesize, and asks whether lint sees it. */
function mutate(seed: number): number {
  const draw = drawer(seed);
  const survivors: string[] = [];
  const counts = new Map<string, { total: number; killed: number }>();
  for (const stack of synthesizeAll())
    for (const fault of faults) {
      const planted = plant(stack, fault, draw);
      if (planted === undefined) continue;
      const isKilled = findingsIn(planted.json).some((line) => !stack.before.has(line));
      const count = counts.get(fault.kind) ?? { total: 0, killed: 0 };
      counts.set(fault.kind, { total: count.total + 1, killed: count.killed + Number(isKilled) });
      if (!isKilled) survivors.push(`${stack.environment} ${planted.address}: ${fault.title}`);
    }
  return report(counts, survivors, seed);
}

function synthesizeAll(): readonly Stack[] {
  const outdir = mkdtempSync(join(tmpdir(), "alb-lab-mutate-"));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    const { synthesize } = require("../main") as typeof import("../main");
    return synthesize(environments).map((file, index) => {
      const json = JSON.parse(readFileSync(file, "utf8"));
      return { environment: environments[index] ?? "", json, before: new Set(findingsIn(json)) };
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Into one resource of the fault's type; `undefined`: the stack has none that it fits. */
function plant({ json }: Stack, fault: Fault, draw: (below: number) => number) {
  const names = Object.keys(json.resource[fault.type] ?? {});
  const start = draw(Math.max(names.length, 1));
  for (const index of names.keys()) {
    const name = names[(start + index) % names.length] ?? "";
    const changed = structuredClone(json);
    if (fault.plant(changed.resource[fault.type]?.[name], changed.resource, name))
      return { json: changed, address: `${fault.type}.${name}` };
  }
  return undefined;
}

function findingsIn(json: object): readonly string[] {
  return lintJson(json).findings.map(({ id, address, message }) => `${id} ${address} ${message}`);
}

function report(
  counts: ReadonlyMap<string, { readonly total: number; readonly killed: number }>,
  survivors: readonly string[],
  seed: number,
): number {
  for (const [kind, { total, killed }] of counts) console.log(`${kind.padEnd(16)}${killed} / ${total}`);
  for (const line of survivors) console.log(`survived: ${line}`);
  const total = [...counts.values()].reduce((sum, count) => sum + count.total, 0);
  const killed = total - survivors.length;
  const share = ((100 * killed) / total).toFixed(1);
  console.log(`killed ${killed} / ${total} (${share} %), seed ${seed}`);
  return killed >= leastShare * total && total >= leastMutants ? 0 : 1;
}

/** A small generator of numbers that are the same for the same seed (mulberry32). */
function drawer(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

process.exitCode = mutate(Number(process.argv[2] ?? 1));

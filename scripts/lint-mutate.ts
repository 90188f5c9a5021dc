import { lintJson } from "../lab/lint";
import type { Fault } from "./mutation/fault";
import { mutantsOf, synthesizeAll } from "./mutation/stacks";
import { structureFaults } from "./mutation/structure-faults";
import { valueFaults } from "./mutation/value-faults";
import { wayFaults } from "./mutation/way-faults";

const faults: readonly Fault[] = [...valueFaults, ...structureFaults, ...wayFaults];
const leastShare = 0.95;
const leastMutants = 150;

/** Plants one fault after the other into what the environments synthesize, and asks whether lint sees it. */
function mutate(seed: number): number {
  const stacks = synthesizeAll();
  const before = new Map(stacks.map(({ environment, json }) => [environment, new Set(findingsIn(json))]));
  const survivors: string[] = [];
  const counts = new Map<string, { total: number; killed: number }>();
  for (const { stack, fault, json, address } of mutantsOf(stacks, faults, seed)) {
    const isKilled = findingsIn(json).some((line) => !before.get(stack.environment)?.has(line));
    const count = counts.get(fault.kind) ?? { total: 0, killed: 0 };
    counts.set(fault.kind, { total: count.total + 1, killed: count.killed + Number(isKilled) });
    if (!isKilled) survivors.push(`${stack.environment} ${address}: ${fault.title}`);
  }
  return report(counts, survivors, seed);
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

process.exitCode = mutate(Number(process.argv[2] ?? 1));

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault, Resources } from "./fault";

export const environments = ["dev", "staging", "prod"] as const;

/** What one environment synthesizes. */
export interface Stack {
  readonly environment: (typeof environments)[number];
  readonly json: { readonly resource: Resources };
}

/** A stack with one fault in it. */
export interface Mutant {
  readonly stack: Stack;
  readonly fault: Fault;
  readonly json: Stack["json"];
  /** Of the resource that was changed. */
  readonly address: string;
}

export function synthesizeAll(): readonly Stack[] {
  const outdir = mkdtempSync(join(tmpdir(), "alb-lab-mutate-"));
  process.env.CDKTF_OUTDIR = outdir;
  try {
    const { synthesize } = require("../../main") as typeof import("../../main");
    const files = synthesize(environments);
    return environments.map((environment, index) => ({
      environment,
      json: JSON.parse(readFileSync(files[index] ?? "", "utf8")),
    }));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Every fault planted once into every stack that it fits; the same seed plants them at the same places. */
export function* mutantsOf(
  stacks: readonly Stack[],
  faults: readonly Fault[],
  seed: number,
): Iterable<Mutant> {
  const draw = drawer(seed);
  for (const stack of stacks)
    for (const fault of faults) {
      const mutant = plant(stack, fault, draw);
      if (mutant !== undefined) yield mutant;
    }
}

/** Into one resource of the fault's type; `undefined`: the stack has none that it fits. */
function plant(stack: Stack, fault: Fault, draw: (below: number) => number): Mutant | undefined {
  const names = Object.keys(stack.json.resource[fault.type] ?? {});
  const start = draw(Math.max(names.length, 1));
  for (const index of names.keys()) {
    const name = names[(start + index) % names.length] ?? "";
    const json = structuredClone(stack.json);
    if (fault.plant(json.resource[fault.type]?.[name], json.resource, name))
      return { stack, fault, json, address: `${fault.type}.${name}` };
  }
  return undefined;
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

import { expect } from "expect";

Object.assign(globalThis, { expect });
const { ourAssertions } =
  require("../__tests__/assertions/ours") as typeof import("../__tests__/assertions/ours");
const { stockAssertions } =
  require("../__tests__/assertions/stock") as typeof import("../__tests__/assertions/stock");

import type { Assertions } from "../__tests__/assertions/meanings";
import type { Fault } from "./mutation/fault";
import { meaningFaults } from "./mutation/meaning-faults";
import { environments, type Mutant, mutantsOf, type Stack, synthesizeAll } from "./mutation/stacks";
import { structureFaults } from "./mutation/structure-faults";
import { wayFaults } from "./mutation/way-faults";

const faults: readonly Fault[] = [...meaningFaults, ...wayFaults, ...structureFaults];
const leastShare = 0.95;

/** Mutants, and how many of them each kind of assertion sees. */
interface Count {
  total: number;
  ours: number;
  stock: number;
}

/** Plants one fault after the other into the environments' stacks, and counts how many the assertions about them see. */
function mutate(seed: number): number {
  const stacks = synthesizeAll();
  const [ours, stock] = [suites(ourAssertions), suites(stockAssertions)];
  for (const stack of stacks)
    for (const suite of [ours, stock]) {
      const failed = firstFailure(suite[stack.environment], stack.json);
      if (failed !== undefined)
        throw new Error(`before anything is broken, ${stack.environment} fails: ${failed}`);
    }
  const counts = new Map<string, Count>();
  const survivors: string[] = [];
  for (const mutant of mutantsOf(stacks, faults, seed)) {
    const { kind } = mutant.fault;
    const count = counts.get(kind) ?? { total: 0, ours: 0, stock: 0 };
    const [isOurs, isStock] = [ours, stock].map((suite) => isKilled(suite, mutant));
    counts.set(kind, {
      total: count.total + 1,
      ours: count.ours + Number(isOurs),
      stock: count.stock + Number(isStock),
    });
    if (!isOurs) survivors.push(`${mutant.stack.environment} ${mutant.address}: ${mutant.fault.title}`);
  }
  return report(counts, survivors, seed);
}

type Suites = Readonly<Record<Stack["environment"], Assertions>>;

function suites(make: (environment: Stack["environment"]) => Assertions): Suites {
  return Object.fromEntries(environments.map((name) => [name, make(name)])) as Suites;
}

function isKilled(suite: Suites, { stack, json }: Mutant): boolean {
  return firstFailure(suite[stack.environment], json) !== undefined;
}

function firstFailure(assertions: Assertions, json: object): string | undefined {
  const stack = JSON.stringify(json);
  for (const [sentence, assert] of Object.entries(assertions))
    try {
      assert(stack);
    } catch (error) {
      return `${sentence}\n${(error as Error).message}`;
    }
  return undefined;
}

function report(counts: ReadonlyMap<string, Count>, survivors: readonly string[], seed: number): number {
  const row = (name: string, total: unknown, ours: unknown, stock: unknown) =>
    console.log(
      `${name.padEnd(16)}${`${total}`.padStart(8)}${`${ours}`.padStart(10)}${`${stock}`.padStart(16)}`,
    );
  row("", "faults", "alb-lab", "stock matchers");
  const all: Count = { total: 0, ours: 0, stock: 0 };
  for (const [kind, count] of counts) {
    row(kind, count.total, count.ours, count.stock);
    for (const key of ["total", "ours", "stock"] as const) all[key] += count[key];
  }
  row("all", all.total, percent(all.ours, all.total), percent(all.stock, all.total));
  for (const line of survivors) console.log(`survived: ${line}`);
  console.log(`killed ${all.ours} / ${all.total} (${percent(all.ours, all.total)}), seed ${seed}`);
  return all.ours >= leastShare * all.total ? 0 : 1;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

process.exitCode = mutate(Number(process.argv[2] ?? 1));

import { join } from "node:path";
import { type Comparison, isMissed, renderTable } from "./comparison";
import { type Run, root, runProgram, tsNodeCommand } from "./run-program";
import { assertSameResources, countResources } from "./same-resources";

const rounds = 5;
const programs = join(root, "bench/programs");

const services = {
  byHand: () => synthesizeServices("by-hand.ts", 100),
  constructs: () => synthesizeServices("with-constructs.ts", 100),
  fourTimes: () => synthesizeServices("with-constructs.ts", 400),
};
const startUp = {
  empty: () => runProgram(tsNodeCommand(join(programs, "empty.ts"))),
  dev: () => runProgram(tsNodeCommand("main.ts", "dev")),
};

function synthesizeServices(program: string, count: number): Run {
  return runProgram(tsNodeCommand(join(programs, program), String(count)), "bench");
}

type Rounds<Name extends string> = readonly Readonly<Record<Name, Run>>[];

/** Runs each program once a round, every second round backwards, so that no program is always the warm one. */
function measure<Name extends string>(measured: Readonly<Record<Name, () => Run>>): Rounds<Name> {
  const names = Object.keys(measured) as Name[];
  return Array.from({ length: rounds }, (_, index) => {
    const order = index % 2 === 0 ? names : [...names].reverse();
    const runs = order.map((name) => [name, measured[name]()] as const);
    return Object.fromEntries(runs) as Record<Name, Run>;
  });
}

function pairs<Name extends string>(taken: Rounds<Name>, of: keyof Run, base: Name, measured: Name) {
  return taken.map((round) => ({ baseMs: Number(round[base][of]), measuredMs: Number(round[measured][of]) }));
}

function compareServices(): { readonly comparisons: readonly Comparison[]; readonly resources: number } {
  const taken = measure(services);
  for (const { constructs, byHand } of taken) assertSameResources(constructs, byHand);
  const targets = [
    ["100 services, by hand to constructs", "byHand", "constructs", 0.6],
    ["constructs, 100 to 400 services", "constructs", "fourTimes", 4.5],
  ] as const;
  const comparisons = targets.flatMap(([title, base, measured, targetRatio]) => [
    { title, pairs: pairs(taken, "buildMs", base, measured), targetRatio },
    { title: "  whole process", pairs: pairs(taken, "wholeMs", base, measured), targetRatio },
  ]);
  return { comparisons, resources: countResources(taken[0]?.constructs.json ?? "{}") };
}

function compareStartUp(): readonly Comparison[] {
  const taken = measure(startUp);
  return [
    { title: "synth, empty app to dev", pairs: pairs(taken, "wholeMs", "empty", "dev"), targetRatio: 2 },
  ];
}

function run(): void {
  const few = 3;
  assertSameResources(synthesizeServices("with-constructs.ts", few), synthesizeServices("by-hand.ts", few));
  const { comparisons, resources } = compareServices();
  const all = [...comparisons, ...compareStartUp()];
  console.log(`Medians of ${rounds} rounds. Services: time to build and synthesize, then the whole process;
both programs write the same ${resources} resources. Others: the whole process.
`);
  console.log(renderTable(all));
  if (all.some(isMissed)) process.exitCode = 1;
}

try {
  run();
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
}

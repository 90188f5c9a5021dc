import { join } from "node:path";
import { type Comparison, isMissed, median, renderTable } from "./comparison";
import { root, runProgram, tsNodeCommand } from "./run-program";

const rounds = 5;
const simulatedSeconds = 600;
const requests = 60_000;
const program = join(root, "bench/programs/simulation.ts");

/** What a simulation takes beside the time that it simulates, in a process of its own as a test of it would be. */
function measure(title: string, ...words: readonly string[]): Comparison {
  const pairs = Array.from({ length: rounds }, () => ({
    baseMs: simulatedSeconds * 1000,
    measuredMs: runProgram(tsNodeCommand(program, ...words)).buildMs,
  }));
  return { title, pairs, targetSeconds: 1 };
}

function inWords({ title, pairs }: Comparison): string {
  const seconds = median(pairs.map(({ measuredMs }) => measuredMs)) / 1000;
  const times = Math.round(simulatedSeconds / seconds);
  return `${title}: ${times} times as fast as the clock, ${Math.round(requests / seconds)} requests a second`;
}

try {
  const comparisons = [measure("10 minutes, 100 requests/s"), measure("the same with stickiness", "sticky")];
  console.log(`Medians of ${rounds} rounds; each simulation is the first of its process. Base: the time that is
simulated. Good: within a second.
`);
  console.log(renderTable(comparisons));
  console.log(`\n${comparisons.map(inWords).join("\n")}`);
  if (comparisons.some(isMissed)) process.exitCode = 1;
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
}

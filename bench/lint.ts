import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, isMissed, renderTable } from "./comparison";
import { root, runProgram, tsNodeCommand } from "./run-program";

const rounds = 5;
const program = (name: string) => join(root, "bench/programs", name);

/**
 * What lint takes beside a synth of the same services, which includes a lint: beside the whole command, as somebody waits
 * for it, and beside what of it is building and synthesizing.
 */
function compare(directory: string): readonly Comparison[] {
  const file = join(directory, "cdk.tf.json");
  const taken = Array.from({ length: rounds }, () => {
    const { wholeMs, buildMs, json } = runProgram(
      tsNodeCommand(program("with-constructs.ts"), "100"),
      "bench",
    );
    writeFileSync(file, json);
    const lintMs = runProgram(tsNodeCommand(program("lint.ts"), file)).buildMs;
    const routesMs = runProgram(tsNodeCommand(program("routes.ts"))).buildMs;
    return { wholeMs, buildMs, lintMs, routesMs };
  });
  const pairs = (base: "wholeMs" | "buildMs", of: "lintMs" | "routesMs") =>
    taken.map((round) => ({ baseMs: round[base], measuredMs: round[of] }));
  return [
    {
      title: "100 services, synth to lint",
      pairs: pairs("wholeMs", "lintMs"),
      targetRatio: 0.15,
      targetSeconds: 1,
    },
    { title: "the same, without loading", pairs: pairs("buildMs", "lintMs") },
    { title: "the same, lint of 100 mixed rules", pairs: pairs("buildMs", "routesMs"), targetSeconds: 1 },
  ];
}

const directory = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
try {
  const comparisons = compare(directory);
  console.log(`Medians of ${rounds} rounds; each lint is the first of its process.\n`);
  console.log(renderTable(comparisons));
  if (comparisons.some(isMissed)) process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}

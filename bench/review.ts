import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Comparison, isMissed, median, renderTable } from "./comparison";
import { multiply } from "./many-stacks";
import { root, runProgram, tsNodeCommand } from "./run-program";

const rounds = 5;
const mostMegabytes = 1024;
const program = join(root, "bench/programs/review.ts");
const plan = join(root, "__tests__/review/corpus/plans/the-servers-of-dev-move-to-port-3001.json.gz");

/** As `npm run alb-lab` starts it: with room for what a plan makes and drops at once. */
function command(...words: readonly string[]): readonly string[] {
  const [node = "", ...rest] = tsNodeCommand(program, ...words);
  return [
    node,
    "--min-semi-space-size=32",
    "--max-semi-space-size=32",
    "--initial-old-space-size=256",
    ...rest,
  ];
}

/** What a review takes beside parsing the same plan as JSON, each in a process of its own. */
function measure(title: string, file: string, targetSeconds: number): Comparison {
  const pairs = Array.from({ length: rounds }, () => ({
    baseMs: runProgram(command(file, "parse")).buildMs,
    measuredMs: runProgram(command(file)).buildMs,
  }));
  return { title, pairs, targetSeconds };
}

/** The real plan so many times in one that it is at least as large. */
function grow(text: string, wanted: number, sizeOf: (text: string) => number): string {
  return multiply(text, Math.ceil(wanted / sizeOf(text)));
}

function resourcesIn(text: string): number {
  return JSON.parse(text).resource_changes.length;
}

const directory = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
try {
  const text = gunzipSync(readFileSync(plan)).toString();
  const wide = grow(text, 1_000, resourcesIn);
  const large = grow(text, 50_500_000, (grown) => Buffer.byteLength(grown));
  const files = { wide: join(directory, "wide.json"), large: join(directory, "large.json") };
  writeFileSync(files.wide, wide);
  writeFileSync(files.large, large);
  const comparisons = [
    measure("plan of 1,000 resources", files.wide, 1),
    measure("plan of 50 MB", files.large, 10),
  ];
  const megabytes = median(
    Array.from({ length: 3 }, () => runProgram(command(files.large, "memory")).buildMs),
  );
  console.log(`Medians of ${rounds} rounds, from the bytes of a plan to the comment, each the first of its process.
Base: parsing the same bytes as JSON.
`);
  console.log(renderTable(comparisons));
  const verdict = megabytes < mostMegabytes ? "met" : "missed";
  console.log(`\nmemory for 50 MB: ${Math.round(megabytes)} MB, target ${mostMegabytes} MB, ${verdict}`);
  if (comparisons.some(isMissed) || megabytes >= mostMegabytes) process.exitCode = 1;
} catch (error) {
  console.error(`bench: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}

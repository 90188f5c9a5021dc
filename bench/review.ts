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

/** What a review takes beside parsing the same plan as JSON, each in a process of its own. */
function measure(title: string, file: string, targetSeconds: number): Comparison {
  const pairs = Array.from({ length: rounds }, () => ({
    baseMs: runProgram(tsNodeCommand(program, file, "parse")).buildMs,
    measuredMs: runProgram(tsNodeCommand(program, file)).buildMs,
  }));
  return { title, pairs, targetSeconds };
}

/** The real plan so many times in one that it has at least as many resources, or megabytes. */
function grow(text: string, enough: (grown: string) => boolean): string {
  let times = 2;
  let grown = multiply(text, times);
  while (!enough(grown)) {
    times = Math.ceil(times * 1.15);
    grown = multiply(text, times);
  }
  return grown;
}

const directory = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
try {
  const text = gunzipSync(readFileSync(plan)).toString();
  const wide = grow(text, (grown) => JSON.parse(grown).resource_changes.length >= 1_000);
  const large = grow(text, (grown) => Buffer.byteLength(grown) >= 50_000_000);
  const files = { wide: join(directory, "wide.json"), large: join(directory, "large.json") };
  writeFileSync(files.wide, wide);
  writeFileSync(files.large, large);
  const comparisons = [
    measure("plan of 1,000 resources", files.wide, 1),
    measure("plan of 50 MB", files.large, 10),
  ];
  const megabytes = median(
    Array.from({ length: 3 }, () => runProgram(tsNodeCommand(program, files.large, "memory")).buildMs),
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

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./comparison";
import { measureP99 } from "./proxy/latency";
import { isInstalled, type Running } from "./proxy/program";
import { startNginx, startRivals } from "./proxy/rivals";
import { startLab } from "./proxy/start-lab";
import { measureThroughput } from "./proxy/wrk";

const rounds = 7;
const latencyRounds = 7;
const seconds = 4;
/** The lab's requests a second as a share of each rival's, at least; none: only told. */
const targets: Readonly<Record<string, number>> = { "nginx, one worker": 0.9, "http-proxy-3": 1 };
const mostAddedMs = 3;

/** All programs in turn, every second round backwards, so that none is always the warm one. */
function measureRounds(programs: readonly Running[]): readonly ReadonlyMap<string, number>[] {
  for (const { url } of programs) measureThroughput(url, 2);
  return Array.from({ length: rounds }, (_, round) => {
    const order = round % 2 === 0 ? programs : [...programs].reverse();
    return new Map(order.map(({ name, url }) => [name, throughputOf(name, url)]));
  });
}

function throughputOf(name: string, url: string): number {
  const { perSecond, failures } = measureThroughput(url, seconds);
  if (failures > 0) console.log(`${name}: ${failures} requests failed`);
  return perSecond;
}

/** What each program adds to the p99 of the targets alone; the same rounds for all. */
async function addedLatencies(
  programs: readonly Running[],
  targets: readonly string[],
  perSecond: number,
): Promise<readonly (readonly [name: string, addedMs: number])[]> {
  const added = programs.map(() => [] as number[]);
  for (let round = 0; round < latencyRounds; round += 1) {
    const direct = await measureP99(targets, perSecond, seconds);
    for (const [index, { url }] of programs.entries())
      added[index]?.push((await measureP99([url], perSecond, seconds)) - direct);
  }
  return programs.map(({ name }, index) => [name, median(added[index] ?? [])]);
}

function reportLatency(name: string, addedMs: number, own: string): boolean {
  const isMet = name !== own || addedMs < mostAddedMs;
  const goal = name === own ? `  below ${mostAddedMs} ms  ${verdict(isMet)}` : "";
  console.log(`${name.padEnd(24)}${`${addedMs.toFixed(2)} ms`.padStart(10)}${goal}`);
  return isMet;
}

async function compare(directory: string): Promise<boolean> {
  const lab = await startLab(directory, { logs: false });
  const rivals = await startRivals(lab.targets, directory);
  try {
    const taken = measureRounds([lab, ...rivals]);
    const own = median(taken.map((round) => round.get(lab.name) ?? 0));
    printHeading("requests a second");
    const met = rivals.map(({ name }) => report(name, taken, lab.name, targets[name]));
    const half = Math.floor(own / 2);
    const compared = [lab, ...rivals.filter(({ name }) => name !== "http-proxy-3")];
    const servers = lab.targets.map((target) => `http://${target}/`);
    const added = await addedLatencies(compared, servers, half);
    console.log(`\np99 added at ${half} requests a second`);
    const quick = added.map(([name, ms]) => reportLatency(name, ms, lab.name));
    return [...met, ...quick].every(Boolean);
  } finally {
    await Promise.all([lab, ...rivals].map((program) => program.stop()));
  }
}

/** The same with an access log on both sides, which `up` writes only when asked to: told, without a target. */
async function compareLogging(directory: string): Promise<void> {
  if (!isInstalled("nginx")) return;
  const lab = await startLab(directory, { logs: true });
  const nginx = await startNginx(lab.targets, directory, { logs: true });
  try {
    const taken = measureRounds([lab, nginx]);
    printHeading("\nwith access logs");
    report(nginx.name, taken, lab.name, undefined);
  } finally {
    await Promise.all([lab.stop(), nginx.stop()]);
  }
}

function printHeading(title: string): void {
  console.log(`${title.padEnd(24)}${"rival".padStart(8)}${"alb-lab".padStart(9)}   ratio  target`);
}

function report(
  rival: string,
  taken: readonly ReadonlyMap<string, number>[],
  own: string,
  target: number | undefined,
): boolean {
  const of = (round: ReadonlyMap<string, number>, name: string) => round.get(name) ?? Number.NaN;
  const ratio = median(taken.map((round) => of(round, own) / of(round, rival)));
  const [theirs, ours] = [rival, own].map((name) =>
    Math.round(median(taken.map((round) => of(round, name)))),
  );
  const isMet = target === undefined || ratio >= target;
  const goal = target === undefined ? "" : `  ${target}x  ${verdict(isMet)}`;
  console.log(
    `${rival.padEnd(24)}${String(theirs).padStart(8)}${String(ours).padStart(9)}${`${ratio.toFixed(2)}x`.padStart(8)}${goal}`,
  );
  return isMet;
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}

async function main(): Promise<void> {
  if (!isInstalled("wrk")) {
    console.error("wrk must be on the PATH, not found; install it with your system's packages");
    process.exitCode = 2;
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
  try {
    if (!(await compare(directory))) process.exitCode = 1;
    await compareLogging(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

void main();

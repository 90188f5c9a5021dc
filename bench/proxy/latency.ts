import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, tsNodeCommand } from "../run-program";
import { firstLine } from "./program";

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** Milliseconds that requests take at a fixed rate, asked by a process of its own. */
export async function measureLatency(
  urls: readonly string[],
  perSecond: number,
  seconds: number,
): Promise<Latency> {
  const words = tsNodeCommand(
    join("bench", "programs", "fixed-rate.ts"),
    urls.join(","),
    String(perSecond),
    String(seconds),
  );
  const [program = "", ...rest] = words;
  const child = spawn(program, rest, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return JSON.parse(await firstLine(child)) as Latency;
}

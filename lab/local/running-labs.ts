import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "./cache-directory";
import type { LabInput } from "./lab-options";

/** A lab that runs on this machine, as it says of itself. */
export interface RunningLabRecord {
  /** Of the process that runs it. */
  readonly pid: number;
  readonly dashboardUrl: string;
  readonly input: LabInput;
  /** How many times faster than declared health checks and delays run. */
  readonly speed: number;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}

const NAME = /^lab-(\d+)-(\d+)\.json$/;

/** Says that a lab runs, for `findRunningLabs`; returns how to take that back. What cannot be written is no reason to stop. */
export function announceLab(record: RunningLabRecord, directory: string = cacheDirectory()): () => void {
  const file = join(directory, `lab-${record.pid}-${new URL(record.dashboardUrl).port}.json`);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(record), { mode: 0o600 });
  } catch {
    return () => {};
  }
  return () => rmSync(file, { force: true });
}

/** Labs of this user that run now, oldest first; what killed ones have left is removed. */
export function findRunningLabs(directory: string = cacheDirectory()): readonly RunningLabRecord[] {
  const records = namesIn(directory).flatMap((name) => {
    const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid)) return [];
    const file = join(directory, name);
    if (isRunning(pid)) return parseRecord(file) ?? [];
    rmSync(file, { force: true });
    return [];
  });
  return records.sort((one, other) => one.startedAtMs - other.startedAtMs);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function parseRecord(file: string): RunningLabRecord | undefined {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as Partial<RunningLabRecord>;
    const isWhole = typeof value.dashboardUrl === "string" && typeof value.input?.path === "string";
    return isWhole ? ({ speed: 1, startedAtMs: 0, ...value } as RunningLabRecord) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

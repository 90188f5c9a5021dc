import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { LabError } from "../lab-error";

const NAME = /^run-(\d+)-\w{6}$/;

/**
 * Makes a private directory for the files of this run's targets, and removes those that killed runs left behind: a
 * directory carries the id of its process.
 */
export async function createRunDirectory(cacheDirectory: string): Promise<string> {
  try {
    await mkdir(cacheDirectory, { recursive: true, mode: 0o700 });
    await removeStale(cacheDirectory);
    return await mkdtemp(join(cacheDirectory, `run-${process.pid}-`));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LabError(
      `${cacheDirectory} must be a directory that can be written, got ${code}; set XDG_CACHE_HOME to another one`,
    );
  }
}

async function removeStale(cacheDirectory: string): Promise<void> {
  for (const name of await readdir(cacheDirectory)) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    if (pid !== process.pid && !isRunning(pid))
      await rm(join(cacheDirectory, name), { recursive: true, force: true });
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

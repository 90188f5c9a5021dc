import { existsSync, readFileSync } from "node:fs";

/** Whether a process is there; a negative number asks for a process group. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** Waits until all of them are gone; gives those that are not at the deadline. */
export async function tillGone(pids: readonly number[], deadlineMs: number): Promise<number[]> {
  const end = performance.now() + deadlineMs;
  let left = pids.filter(isThere);
  while (left.length > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    left = left.filter(isThere);
  }
  return left;
}

/** Ended, and not yet collected by the system's first process, to which orphans fall. */
function isZombie(pid: number): boolean {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) && /\) Z /.test(readFileSync(file, "utf8"));
}

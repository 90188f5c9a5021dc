/** Ports below are for privileged users on many systems: 80 becomes 8080 here, 443 becomes 8443. */
const firstFreePort = 1024;
const moved = 8000;
const attempts = 100;

/** The port that stands for a declared one on this machine, unless the user says otherwise. */
export function localPort(declared: number, chosen: ReadonlyMap<number, number>): number {
  return chosen.get(declared) ?? (declared < firstFreePort ? declared + moved : declared);
}

/**
 * Opens on the wanted port or, where that is taken, on the next one that is free.
 *
 * @throws {Error} the system's own error where none of a hundred is free, or where it is not about the port
 */
export async function openOnFreePort<T>(wanted: number, open: (port: number) => Promise<T>): Promise<T> {
  for (let port = wanted; ; port += 1) {
    try {
      return await open(port);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isTaken = code === "EADDRINUSE" || code === "EACCES";
      if (wanted === 0 || !isTaken || port >= Math.min(wanted + attempts, 65_535)) throw error;
    }
  }
}

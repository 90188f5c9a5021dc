import { unwatchFile, watchFile } from "node:fs";

export interface InputWatch {
  stop(): void;
}

/** How often a file is looked at: a synth replaces it, which watching by events misses on some systems. */
const everyMs = 250;

/** Calls back after every change of a file; a file that is gone for the moment of a synth is waited for. */
export function watchFileForChange(file: string, changed: () => void): InputWatch {
  watchFile(file, { interval: everyMs, persistent: false }, (now, before) => {
    const isThere = now.mtimeMs !== 0;
    if (isThere && (now.mtimeMs !== before.mtimeMs || now.size !== before.size)) changed();
  });
  return { stop: () => unwatchFile(file) };
}

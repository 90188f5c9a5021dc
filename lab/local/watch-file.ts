import { type StatsListener, unwatchFile, watchFile as watch } from "node:fs";

/** How often a file is looked at: a synth replaces it, which watching by events misses on some systems. */
const everyMs = 200;

/**
 * Calls back once a file has changed and then stayed the same for a moment, so that nobody reads what is half written.
 * A file that is gone while a synth writes it is waited for.
 */
export function watchFile(file: string, changed: () => void): { stop(): void } {
  let settled: NodeJS.Timeout | undefined;
  const onChange: StatsListener = (now, before) => {
    if (now.mtimeMs === before.mtimeMs && now.size === before.size) return;
    clearTimeout(settled);
    if (now.mtimeMs !== 0) settled = setTimeout(changed, everyMs);
  };
  watch(file, { interval: everyMs, persistent: false }, onChange);
  return {
    stop() {
      clearTimeout(settled);
      unwatchFile(file, onChange);
    },
  };
}

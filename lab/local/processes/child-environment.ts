import { delimiter } from "node:path";

/** What systemd gives a service when nobody says otherwise. */
const PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin"].join(delimiter);

/** They change what is loaded or who may connect before the first line of the server runs. */
const LOADING = /^(PATH$|LD_|DYLD_|NODE_(?!ENV$)|ALB_LAB_)/i;

/**
 * All variables of a target's process: those of its unit and a plain PATH. Nothing of this process's own environment
 * is in it: a shell that runs the lab holds credentials.
 */
export function childEnvironment(
  unit: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  const ofUnit = Object.entries(unit).filter(([name, value]) => !LOADING.test(name) && !value.includes("\0"));
  return Object.fromEntries([["PATH", PATH], ...ofUnit, ...Object.entries(own)]);
}

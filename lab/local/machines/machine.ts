import type { TargetProcess } from "../processes";

/** Something that answers: a process of this lab, or whatever `--target` connects. */
export interface Machine {
  readonly key: string;
  readonly name: string;
  /** Where a port of the machine is reached here; undefined: nothing listens there. */
  reach(port: number): { readonly host: string; readonly port: number; readonly tls?: boolean } | undefined;
  /** Absent: it is outside of the lab, and nothing here starts or stops it. */
  readonly process?: TargetProcess;
}

/** A process of this lab as a machine. */
export function machineOf(process: TargetProcess): Machine {
  return { key: process.key, name: process.name, reach: (port) => process.reach(port), process };
}

/** A server somewhere else: every port of the target leads to it. */
export function externalMachine(key: string, name: string, url: URL): Machine {
  const tls = url.protocol === "https:";
  const port = Number(url.port) || (tls ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { key, name, reach: () => ({ host, port, tls }) };
}

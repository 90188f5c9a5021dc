import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startLab } from "../../../lab/local";
import { labTopology } from "./lab-config";

export interface LabState {
  readonly url: string;
  readonly targets: readonly { readonly pid: number | undefined; readonly isHealthy: boolean }[];
  /** What it holds on to, by kind, such as `TCPSocketWrap` or `Timeout`. */
  readonly resources: Readonly<Record<string, number>>;
  /** Only where it was asked for: it takes a garbage collection. */
  readonly heapBytes?: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Run as a process of its own: a lab of three servers that answers every message with its state. */
async function main(): Promise<void> {
  const servers = ["Server-1", "Server-2", "Server-3"].map((name) => ({ name }));
  const lab = await startLab(labTopology({ groups: { web: { servers } } }), {
    ports: new Map([[80, 0]]),
    speed: 50,
    cacheDirectory: process.argv[2] ?? "",
    // Connections that nobody uses are soon gone, so that what is left at rest can be counted.
    timeouts: { idleMs: 200 },
  });
  process.on("message", (asked) => process.send?.(stateOf(lab, asked === "heap")));
  process.on("disconnect", () => void lab.stop());
  process.send?.(stateOf(lab, false));
}

function stateOf(lab: Awaited<ReturnType<typeof startLab>>, withHeap: boolean): LabState {
  const { loadBalancers, groups } = lab.snapshot();
  const targets = groups.flatMap((group) =>
    group.targets.map(({ pid, health }) => ({ pid, isHealthy: health === "healthy" })),
  );
  const url = loadBalancers[0]?.listeners[0]?.url ?? "";
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  return { url, targets, resources, ...(withHeap && { heapBytes: heapBytes() }) };
}

function heapBytes(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

void main();

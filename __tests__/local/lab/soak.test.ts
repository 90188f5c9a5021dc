import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LabState } from "./lab-process";
import { startLoad } from "./load";

/** `SOAK_ROUNDS` asks for more of them, which find what grows slowly. */
const rounds = Number(process.env.SOAK_ROUNDS ?? 10);
const warmUpRounds = 4;
const requestsInRound = 300;

jest.setTimeout(60_000 + rounds * 5_000);

const cacheDirectory = mkdtempSync(join(tmpdir(), "soak-"));
let child: ChildProcess | undefined;
afterAll(async () => {
  if (child?.connected) {
    child.disconnect();
    await once(child, "exit");
  }
  rmSync(cacheDirectory, { recursive: true, force: true });
});

async function startProcess(): Promise<{ readonly ask: (what: "state" | "heap") => Promise<LabState> }> {
  const started = fork(join(__dirname, "lab-process.ts"), [cacheDirectory], {
    execArgv: ["--require", "ts-node/register/transpile-only"],
  });
  child = started;
  await once(started, "message");
  return {
    async ask(what) {
      started.send(what);
      const [state] = await once(started, "message");
      return state;
    },
  };
}

type Ask = Awaited<ReturnType<typeof startProcess>>["ask"];

async function untilHealthy(ask: Ask): Promise<LabState> {
  for (;;) {
    const state = await ask("state");
    if (state.targets.every(({ isHealthy }) => isHealthy)) return state;
  }
}

/** Load, each header another one, while one server after the other is killed and comes back. */
async function wear(ask: Ask, times: number): Promise<number> {
  let count = 0;
  const { url } = await untilHealthy(ask);
  const load = startLoad(url, { headers: () => ({ "x-id": String(++count) }) });
  for (let round = 0; round < times; round += 1) {
    const { targets } = await ask("state");
    const { pid } = targets[round % targets.length] ?? {};
    // One at a time; who is killed often comes back late, and the others go on.
    if (pid !== undefined && targets.every(({ isHealthy }) => isHealthy)) process.kill(pid, "SIGKILL");
    await load.more(requestsInRound);
  }
  const results = await load.stop();
  await untilHealthy(ask);
  return results.filter(({ status }) => status === 200).length;
}

/** Heap once no kind of resource is there more often than before: the last connections and probes end by themselves. */
async function heapAtRest(ask: Ask, before: LabState): Promise<number> {
  for (;;) {
    const { resources } = await ask("state");
    const isAtRest = Object.entries(resources).every(
      ([kind, count]) => count <= (before.resources[kind] ?? 0),
    );
    if (isAtRest) return (await ask("heap")).heapBytes ?? Number.NaN;
  }
}

describe("a lab under load whose servers are killed again and again", () => {
  it("holds on to no socket, no timer and no memory [P-62]", async () => {
    const { ask } = await startProcess();
    const fresh = await untilHealthy(ask);
    await wear(ask, warmUpRounds);
    const warm = await heapAtRest(ask, fresh);
    const answered = await wear(ask, rounds);
    expect(answered).toBeGreaterThan((rounds * requestsInRound) / 2);
    expect((await heapAtRest(ask, fresh)) - warm).toBeLessThan(1_000_000);
  });
});

import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFleet } from "../../../lab/local/processes";
import { createRunDirectory } from "../../../lab/local/processes/run-directory";
import { isThere, tillGone } from "./alive";

const directory = mkdtempSync(join(tmpdir(), "alb-lab-orphans-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Started {
  readonly pids: number[];
}

/** A parent of its own, with the project's server, one that starts a program, one that never rests, a stand-in. */
async function startParent(): Promise<{ parent: ReturnType<typeof fork>; started: Started }> {
  const parent = fork(join(__dirname, "parent.ts"), [directory], {
    execArgv: ["--require", require.resolve("ts-node/register/transpile-only")],
  });
  const [started] = await once(parent, "message");
  return { parent, started: started as Started };
}

describe("targets whose parent is gone", () => {
  it("end within two seconds of kill -9, with all that they started; the next run removes their files [P-56]", async () => {
    const { parent, started } = await startParent();
    expect(started.pids).toHaveLength(5);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    expect(await tillGone(started.pids, 2000)).toEqual([]);
    const left = readdirSync(directory).filter((name) => name.startsWith("run-"));
    expect(left).toHaveLength(1);
    const fleet = await openFleet({ cacheDirectory: directory });
    expect(readdirSync(directory)).not.toContain(left[0]);
    await fleet.close();
  });

  it("are not reached by Ctrl-C in the parent's terminal, which signals its process group", async () => {
    const { parent, started } = await startParent();
    const groups = started.pids.slice(0, 4).map((pid) => isThere(-pid));
    // Each leads a group of its own, so that a signal to the parent's group cannot be for it.
    expect(groups).toEqual([true, true, true, true]);
    parent.send("close");
    await once(parent, "exit");
    expect(await tillGone(started.pids, 1000)).toEqual([]);
  });
});

describe("the run directory", () => {
  it("of a process that still runs is left alone", async () => {
    const first = await createRunDirectory(directory);
    const second = await createRunDirectory(directory);
    expect(existsSync(first)).toBe(true);
    expect(second).not.toBe(first);
  });

  it("that cannot be made is refused in one line", async () => {
    await expect(openFleet({ cacheDirectory: "/dev/null/cache" })).rejects.toThrow(
      "/dev/null/cache must be a directory that can be written, got ENOTDIR; set XDG_CACHE_HOME to another one",
    );
  });
});

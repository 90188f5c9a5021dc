import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

export type LogEntry = Record<string, unknown> & { event: string };

/** A running server as a real child process: what it logs, and what it does with a signal. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly healthPort?: number;
  readonly entries: LogEntry[];
  /** Resolves with the first logged entry, past or future, of that event that passes the test. */
  logged(event: string, test?: (entry: LogEntry) => boolean): Promise<LogEntry>;
  exitCode(): Promise<number | null>;
}

const SERVER = resolve(__dirname, "../../server/server.js");
const started = new Set<ChildProcess>();

/** Starts `node server.js` on a free port and waits until it listens. */
export async function startServer(environment: Record<string, string>, command = [process.execPath, SERVER]) {
  const child = spawn(command[0]!, command.slice(1), {
    env: { PORT: "0", HOST: "127.0.0.1", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.add(child);
  const exited = once(child, "exit") as Promise<[number | null]>;
  const entries: LogEntry[] = [];
  const waiting = new Set<(entry: LogEntry) => void>();
  createInterface({ input: child.stdout! }).on("line", (line) => {
    const entry = JSON.parse(line) as LogEntry;
    entries.push(entry);
    for (const notify of waiting) notify(entry);
  });
  const logged: ServerProcess["logged"] = (event, test = () => true) => {
    const wanted = (entry: LogEntry) => entry.event === event && test(entry);
    const past = entries.find(wanted);
    if (past) return Promise.resolve(past);
    return new Promise((done) => {
      const notify = (entry: LogEntry) => {
        if (!wanted(entry)) return;
        waiting.delete(notify);
        done(entry);
      };
      waiting.add(notify);
    });
  };
  const first = await Promise.race([logged("listening"), exited]);
  if (Array.isArray(first)) throw new Error(`the server ended with ${first[0]} before it listened`);
  const { port, healthPort } = first as unknown as { port: number; healthPort?: number };
  const exitCode = async () => (await exited)[0];
  return { child, port, healthPort, entries, logged, exitCode } satisfies ServerProcess;
}

/** Ends what a failed test may have left behind. */
export function killServers() {
  for (const child of started) child.kill("SIGKILL");
  started.clear();
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(__dirname, "../../..");

/** A command in a process of its own, as a terminal runs it. */
export interface Started {
  readonly child: ChildProcess;
  /** The next line of standard output; rejects when it ends before. */
  line(): Promise<string>;
  /** What it printed, and its exit code, or the signal that ended it. */
  ended(): Promise<{ readonly exitCode: number | string | null; readonly out: string; readonly err: string }>;
}

const running = new Set<ChildProcess>();

/** Ends whatever a failed test has left. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

export function startProcess(
  words: readonly string[],
  { input, env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Started {
  const child = spawn(process.execPath, ["--require", "ts-node/register", "cli/main.ts", ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  running.add(child);
  child.stdin?.end(input);
  const printed = { out: "", err: "" };
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    printed.err += text;
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const waiting: ((line: string) => void)[] = [];
  const unread: string[] = [];
  lines.on("line", (line) => {
    printed.out += `${line}\n`;
    const next = waiting.shift();
    if (next) next(line);
    else unread.push(line);
  });
  const closed = once(child, "close").then(([code, signal]) => {
    running.delete(child);
    return { exitCode: code ?? signal, ...printed };
  });
  return {
    child,
    line: () => {
      const line = unread.shift();
      if (line !== undefined) return Promise.resolve(line);
      const ended = closed.then((end) => Promise.reject(new Error(`ended: ${JSON.stringify(end)}`)));
      return Promise.race([new Promise<string>((settle) => waiting.push(settle)), ended]);
    },
    ended: () => closed,
  };
}

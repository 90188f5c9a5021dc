import { type ChildProcess, spawn } from "node:child_process";

/** Where and with what a program runs. */
export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds after which the program and its children are ended. @default 300000 */
  readonly deadlineMs?: number;
}

/** What a program printed and how it ended; `exitCode` is null when a signal ended it. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Every child leads a process group of its own, so that its children end with it. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) endGroup(child, "SIGKILL");
});

/** Starts a program in a process group of its own, without input. It ends with this process at the latest. */
export function startProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: RunOptions,
): ChildProcess {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.on("close", () => running.delete(child));
  return child;
}

/** Runs a program to its end. Never throws for an exit code. */
export function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const child = startProgram(program, args, options);
  const timer = setTimeout(() => endGroup(child, "SIGKILL"), options.deadlineMs ?? 300_000);
  let out = "";
  let err = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, out, err }));
  }).finally(() => clearTimeout(timer)) as Promise<Outcome>;
}

/** Runs a program that must succeed and gives what it printed; the error shows both outputs. */
export async function outputOf(
  program: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { exitCode, out, err } = await runProgram(program, args, options);
  if (exitCode === 0) return out;
  throw new Error(`${program} ${args.join(" ")}: must exit with 0, got ${exitCode}\n${out}\n${err}`);
}

/** Ends a program and its children, and waits until it is gone. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const closed = new Promise((resolve) => child.on("close", resolve));
  endGroup(child, "SIGKILL");
  await closed;
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // the group is gone already
  }
}

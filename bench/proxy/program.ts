import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** A program that listens and is stopped at the end. */
export interface Running {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

export function isInstalled(program: string): boolean {
  return spawnSync("which", [program]).status === 0;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a port must be free, got none");
  return address.port;
}

/** Starts a program; settles once a client can connect to its port. */
export async function startProgram(name: string, words: readonly string[], port: number): Promise<Running> {
  const [program = "", ...rest] = words;
  const child = spawn(program, rest, { stdio: ["ignore", "ignore", "inherit"] });
  await untilAnswered(`http://127.0.0.1:${port}/`, child);
  return { name, url: `http://127.0.0.1:${port}/`, stop: () => stop(child) };
}

/** Settles with the first line that a program prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the program must have standard output, got none");
  const lines = createInterface(child.stdout);
  const [line] = (await once(lines, "line")) as [string];
  return line;
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isUp = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${child.spawnargs.join(" ")}: must listen, got exit code ${child.exitCode}`);
}

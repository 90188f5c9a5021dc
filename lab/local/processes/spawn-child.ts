import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { type ChildFault, type Command, type Orders, renderPreload } from "./commands";
import { keepLastLine } from "./last-line";

export interface ChildEvents {
  listening(asked: number, port: number): void;
  /** Called once, when nothing of it is left. */
  ended(reason: string): void;
}

export interface Child {
  readonly pid: number | undefined;
  send(fault: ChildFault): void;
  kill(signal: NodeJS.Signals): void;
}

/** Output that comes later than this after the end of a process is not waited for. */
const LAST_WORDS_MS = 200;

/**
 * Starts a Node.js process as the leader of its own process group: Ctrl-C in the terminal reaches this process only,
 * which then decides how the targets go. Nothing of the group outlives its leader. Standard output goes nowhere: a server
 * logs every request, and reading that costs more than passing the request on.
 */
export function spawnChild(command: Command, orders: Orders, events: ChildEvents): Child {
  writeFileSync(command.preload, renderPreload(orders), { mode: 0o600 });
  const child = spawn(process.execPath, ["--require", command.preload, ...command.arguments], {
    cwd: command.workingDirectory,
    // Tells the child from the processes that it starts in the same way.
    env: { ...command.environment, ALB_LAB_CHILD: "1" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: true,
  });
  const lastWords = keepLastLine(child.stderr as Readable);
  child.on("message", (message) => {
    const { kind, asked, port } = Object(message) as Record<string, unknown>;
    if (kind === "listening" && isPort(asked) && isPort(port)) events.listening(asked, port);
  });
  whenEnded(child, (how) => events.ended([how, lastWords()].filter(Boolean).join(": ")));
  return {
    pid: child.pid,
    send(fault) {
      // It may be on its way out; its successor gets the fault with its orders.
      if (child.connected) child.send({ kind: "fault", fault }, () => {});
    },
    kill: (signal) => void child.kill(signal),
  };
}

function whenEnded(child: ChildProcess, ended: (how: string) => void): void {
  let how: string | undefined;
  const end = () => {
    if (how !== undefined) ended(how);
    child.removeAllListeners("close");
  };
  child.once("exit", (code, signal) => {
    how = signal === null ? `ended with code ${code}` : `ended by ${signal}`;
    killGroup(child.pid);
    const late = setTimeout(end, LAST_WORDS_MS);
    child.once("close", () => {
      clearTimeout(late);
      end();
    });
  });
  child.on("error", (error: NodeJS.ErrnoException) => {
    if (child.pid === undefined) ended(`could not be started (${error.code})`);
  });
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // The group is empty, as it should be.
  }
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 65_535;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../run-program";

const npmStart = ["npm", "start", "--", "--json", "--port", "80=0"] as const;

/** What a user who has typed a command waits for, and sees. */
export interface HelloWorld {
  /** From the start of the command to the first `Hello World` through the load balancer. */
  readonly milliseconds: number;
  /** Different answers to this request and the next two. */
  readonly answers: readonly string[];
}

/**
 * Starts the lab, asks it, and ends it as Ctrl-C does.
 *
 * @throws when the command ends by itself, with what it printed
 */
export async function measureHelloWorld(command: readonly string[] = npmStart): Promise<HelloWorld> {
  const [program = "", ...words] = command;
  const outdir = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
  const started = performance.now();
  const env = { ...process.env, CDKTF_OUTDIR: outdir };
  // a process group of its own, so that the signal reaches npm, its shell and the lab, as from a terminal
  const child = spawn(program, words, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  try {
    const url = await readUrl(child, closed);
    const first = await untilHelloWorld(url);
    const milliseconds = performance.now() - started;
    const answers = [first, await ask(url), await ask(url)];
    return { milliseconds, answers: [...new Set(answers)].sort() };
  } finally {
    interrupt(child);
    await closed;
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Of the first listener, from the line that says that the lab is ready. */
async function readUrl(child: ChildProcess, closed: Promise<unknown>): Promise<string> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
    said += `${line}\n`;
    if (!line.startsWith("{")) continue;
    child.stdout?.resume();
    return (JSON.parse(line) as Ready).listeners[0]?.url ?? "";
  }
  // What it said on standard error may still be on its way.
  await closed;
  throw new Error(`${child.spawnargs.join(" ")}: must say when it is ready, got its end; it said:\n${said}`);
}

interface Ready {
  readonly listeners: readonly { readonly url: string | null }[];
}

async function untilHelloWorld(url: string): Promise<string> {
  for (;;) {
    const answer = await ask(url);
    if (answer.startsWith("Hello World")) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function ask(url: string): Promise<string> {
  return (await fetch(url)).text();
}

function interrupt({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, "SIGINT");
}

import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { endProgram, startProgram } from "./child-process";

/** An emulator of the AWS API that runs on this machine. */
export interface Moto {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts moto_server on a port that the system chooses, and waits until it serves. */
export async function startMoto(): Promise<Moto> {
  const options = { cwd: tmpdir(), env: process.env };
  const child = startProgram("moto_server", ["-H", "127.0.0.1", "-p", "0"], options);
  child.stdout?.resume();
  if (!child.stderr) throw new Error("moto_server: must have an error output, got none");
  const lines = createInterface({ input: child.stderr });
  const printed: string[] = [];
  const url = new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      const running = /Running on (http:\S+)/.exec(line)?.[1];
      if (running) resolve(running);
      else if (printed.length < 50) printed.push(line);
    });
    const ended = () => reject(new Error(`moto_server must serve, got its end\n${printed.join("\n")}`));
    once(child, "close").then(ended, reject);
  });
  return { url: await url, stop: () => endProgram(child) };
}

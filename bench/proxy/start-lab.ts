import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scripts } from "../../package.json";
import { root, runProgram, tsNodeCommand } from "../run-program";
import { firstLine, type Running, stop } from "./program";

/** The lab as `npm start` runs it, on any free port. */
export interface RunningLab extends Running {
  /** `host:port` of each target. */
  readonly targets: readonly string[];
}

export async function startLab(directory: string, { logs }: { readonly logs: boolean }): Promise<RunningLab> {
  const input = join(directory, "cdk.tf.json");
  writeFileSync(input, runProgram(tsNodeCommand("bench/programs/dev.ts"), "dev").json);
  const options = [
    "--json",
    "--port",
    "80=0",
    ...(logs ? ["--access-log", join(directory, "access.log")] : []),
  ];
  const [program = "", ...words] = scripts["alb-lab"].split(" ");
  const child = spawn(program, [...words, "up", input, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ready = JSON.parse(await firstLine(child)) as Ready;
  const [listener] = ready.listeners;
  if (!listener?.url) throw new Error("the lab must have a listener, got none");
  return {
    name: "alb-lab up",
    url: listener.url.replace("localhost", "127.0.0.1"),
    targets: ready.targets.map(({ address }) => address),
    stop: () => stop(child),
  };
}

interface Ready {
  readonly listeners: readonly { readonly url: string | null }[];
  readonly targets: readonly { readonly address: string }[];
}

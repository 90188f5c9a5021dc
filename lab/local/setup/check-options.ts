import { mkdir, open } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { isKnown, type Topology } from "../../topology";
import { LabError } from "../lab-error";
import type { LabOptions } from "../lab-options";
import { setUpLab } from "./lab-setup";

/**
 * Whether a lab of this topology can be run as somebody wrote it down: every port and target that is named exists, a
 * port that was chosen is free, the access log can be written. A lab by itself makes do with what it finds.
 *
 * @throws LabError
 */
export async function checkLabOptions(topology: Topology, options: LabOptions): Promise<void> {
  const { ports = new Map(), targets = new Map(), host = "127.0.0.1", accessLog } = options;
  checkDeclared(topology, [...ports.keys()]);
  if (targets.size > 0) checkTargets(topology, [...targets.keys()]);
  for (const port of ports.values()) if (port !== 0) await checkFree(host, port);
  if (accessLog !== undefined) await checkWritable(accessLog);
}

function checkDeclared({ listeners }: Topology, ports: readonly number[]): void {
  const declared = listeners.map(({ port }) => port);
  // one that is only known later may be any of them
  if (!declared.every(isKnown)) return;
  const missing = ports.find((port) => !declared.includes(port));
  if (missing === undefined) return;
  const there = listed([...new Set(declared)].sort((one, other) => one - other).map(String));
  throw new LabError(`--port: no listener is declared on port ${missing}; declared are ${there}`);
}

function checkTargets(topology: Topology, names: readonly string[]): void {
  const { machines } = setUpLab(topology);
  const missing = names.find(
    (wanted) => !machines.some(({ key, name }) => key === wanted || name === wanted),
  );
  if (missing === undefined) return;
  throw new LabError(
    `--target: no target is called ${missing}; there are ${listed(machines.map(({ name }) => name))}`,
  );
}

async function checkFree(host: string, port: number): Promise<void> {
  const server = createServer();
  const problem = await new Promise<NodeJS.ErrnoException | undefined>((settle) => {
    server.once("error", settle);
    server.listen({ host, port, exclusive: true }, () => settle(undefined));
  });
  if (problem === undefined) {
    await new Promise((closed) => server.close(closed));
    return;
  }
  if (problem.code === "EADDRINUSE")
    throw new LabError(`port ${port} must be free, got one in use; choose another`);
  if (problem.code === "EACCES")
    throw new LabError(
      `port ${port} must be one that this user may open, got another; choose one from 1024 on`,
    );
  throw new LabError(`host must be an address of this machine, got ${host} (${problem.code}); try 127.0.0.1`);
}

async function checkWritable(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "a", 0o600);
    await file.close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LabError(
      `--access-log: ${path} must be a file that can be written, got ${code}; choose another`,
    );
  }
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return "none";
  const shown = texts.slice(0, 10);
  if (texts.length > shown.length) return `${shown.join(", ")} and ${texts.length - shown.length} more`;
  return texts.length === 1 ? shown.join() : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

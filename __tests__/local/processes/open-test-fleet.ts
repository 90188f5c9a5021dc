import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TargetState } from "../../../lab/local/processes";
import { type Fleet, type FleetOptions, openFleet, type TargetProcess } from "../../../lab/local/processes";

const opened: { readonly fleet: Fleet; readonly directory: string }[] = [];

/** A fleet with a cache of its own; `closeTestFleets` ends it. */
export async function openTestFleet(
  options: FleetOptions = {},
): Promise<{ fleet: Fleet; directory: string }> {
  const directory = mkdtempSync(join(tmpdir(), "alb-lab-fleet-"));
  const fleet = await openFleet({
    cacheDirectory: directory,
    backOff: { firstMs: 1, mostMs: 20 },
    ...options,
  });
  opened.push({ fleet, directory });
  return { fleet, directory };
}

export async function closeTestFleets(): Promise<void> {
  for (const { fleet, directory } of opened.splice(0)) {
    await fleet.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Settles at the next change into this state. */
export function nextState(target: TargetProcess, state: TargetState): Promise<void> {
  return new Promise((resolve) => {
    target.on("change", function check(supervision) {
      if (supervision.state !== state) return;
      target.off("change", check);
      resolve();
    });
  });
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks a target as the load balancer would reach it; settles with the head of its answer. */
export async function send(target: TargetProcess, path = "/", port = 3000): Promise<Response> {
  const reached = target.reach(port);
  if (reached === undefined) throw new Error(`nothing listens on ${port}`);
  return fetch(`http://${reached.host}:${reached.port}${path}`, { headers: { connection: "close" } });
}

/** The same, settling with all of its answer. */
export async function ask(target: TargetProcess, path = "/", port = 3000): Promise<Answer> {
  const response = await send(target, path, port);
  return { status: response.status, text: await response.text() };
}

import { join } from "node:path";
import { childEnvironment } from "./child-environment";
import { belowRoot } from "./instance-path";
import type { LaunchPlan } from "./launch-plan";
import type { TargetSpec } from "./target-process";

/** A Node.js process to start. */
export interface Command {
  /** File to write the orders to, which is loaded before the script. */
  readonly preload: string;
  readonly arguments: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Plain JavaScript beside this file, in the source tree and in the package. */
const CHILD = join(__dirname, "child");

/** What a child is told at its start. */
export interface Orders {
  /** Process id. */
  readonly parent: number;
  readonly host: string;
  /** Ports of the instance -> ports on this machine. */
  readonly ports: Readonly<Record<string, number>>;
  readonly fault: ChildFault;
}

export interface ChildFault {
  readonly delayMs?: number;
  readonly brokenPaths?: readonly string[];
}

/** Text of the file that is loaded first: `child/preload.js` with these orders. */
export function renderPreload(orders: Orders): string {
  return `require(${JSON.stringify(join(CHILD, "preload.js"))}).preload(${JSON.stringify(orders)});\n`;
}

/** Files of the instance lie in a directory of their own, so that none of them can be another file of the lab. */
export function filesDirectory(directory: string): string {
  return join(directory, "files");
}

export function serverCommand(plan: LaunchPlan, spec: TargetSpec, directory: string, host: string): Command {
  const here = (path: string) => join(filesDirectory(directory), path);
  const argument = (word: string) => {
    const below = belowRoot(word);
    return below !== undefined && plan.files.has(below) ? here(below) : word;
  };
  const { drainSeconds, closeSeconds } = spec;
  return {
    preload: join(directory, "preload.cjs"),
    arguments: [...plan.options, here(plan.script), ...plan.arguments.map(argument)],
    workingDirectory: here(plan.workingDirectory),
    environment: childEnvironment(plan.environment, {
      HOST: host,
      ...(drainSeconds === undefined ? {} : { DRAIN_SECONDS: String(drainSeconds) }),
      ...(closeSeconds === undefined ? {} : { CLOSE_SECONDS: String(closeSeconds) }),
    }),
  };
}

export function standInCommand(spec: TargetSpec, directory: string): Command {
  return {
    preload: join(directory, "preload.cjs"),
    arguments: [join(CHILD, "stand-in.js")],
    workingDirectory: directory,
    environment: childEnvironment(
      {},
      {
        STAND_IN_NAME: spec.name,
        STAND_IN_PORTS: spec.ports.join(","),
        STAND_IN_DRAIN_SECONDS: String(spec.drainSeconds ?? 0),
      },
    ),
  };
}

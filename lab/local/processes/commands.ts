import { join } from "node:path";
import { childEnvironment } from "./child-environment";
import { belowRoot } from "./instance-path";
import type { LaunchPlan } from "./launch-plan";
import type { TargetSpec } from "./target-process";

/** A Node.js process to start. */
export interface Command {
  readonly arguments: readonly string[];
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Plain JavaScript beside this file, in the source tree and in the package. */
const CHILD = join(__dirname, "child");
const PRELOAD = ["--require", join(CHILD, "preload.js")];

export function serverCommand(plan: LaunchPlan, spec: TargetSpec, directory: string, host: string): Command {
  const here = (path: string) => join(directory, path);
  const argument = (word: string) => {
    const below = belowRoot(word);
    return below !== undefined && plan.files.has(below) ? here(below) : word;
  };
  const { drainSeconds, closeSeconds } = spec;
  return {
    arguments: [...PRELOAD, ...plan.options, here(plan.script), ...plan.arguments.map(argument)],
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
    arguments: [...PRELOAD, join(CHILD, "stand-in.js")],
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

import { posix } from "node:path";
import type { UserData, UserDataFile } from "../../../userdata";
import { belowRoot, isInside } from "./instance-path";
import { type NodeCommand, parseNodeCommand } from "./node-command";

/** Everything needed to run the server of a user data document here; nothing is touched yet. */
export interface LaunchPlan {
  /** Files to write, by their path below the run directory. */
  readonly files: ReadonlyMap<string, string>;
  readonly options: readonly string[];
  /** Paths below the run directory. */
  readonly script: string;
  readonly workingDirectory: string;
  readonly arguments: readonly string[];
  /** Variables of the unit, as on the instance. */
  readonly environment: Readonly<Record<string, string>>;
  /** Text of the package-lock.json in the working directory. */
  readonly lock?: string;
  readonly manifest?: string;
  /** Ports that the server says it listens on; empty where it does not say. */
  readonly ports: readonly number[];
  readonly healthPath?: string;
  readonly stopTimeoutSeconds?: number;
}

/** How to run the server of this document, or why only a stand-in can take its place. */
export function planLaunch(userData: UserData | undefined): LaunchPlan | { readonly standIn: string } {
  if (userData === undefined) return { standIn: "it has no user data" };
  const { unit } = userData;
  if (unit === undefined) return { standIn: "its user data starts no service that is known here" };
  const directory = posix.resolve("/", unit.workingDirectory?.replace(/^-/, "") ?? "/");
  const parsed = parseNodeCommand(unit.execStart, directory);
  if ("refused" in parsed) return { standIn: parsed.refused };
  const { command } = parsed;
  const needed = neededFiles(userData, command, directory);
  if ("refused" in needed) return { standIn: needed.refused };
  const { files } = needed;
  const script = belowRoot(command.script);
  if (script === undefined || !files.has(script))
    return {
      standIn: `its script must be a file of the document, got ${JSON.stringify(command.script.slice(0, 80))}`,
    };
  const workingDirectory = belowRoot(directory) ?? "";
  const lock = files.get(posix.join(workingDirectory, "package-lock.json"));
  const manifest = files.get(posix.join(workingDirectory, "package.json"));
  return {
    files,
    options: command.options,
    script,
    workingDirectory,
    arguments: command.arguments,
    environment: userData.environment,
    ...(lock === undefined ? {} : { lock }),
    ...(manifest === undefined ? {} : { manifest }),
    ports: portsOf(userData),
    ...(userData.settings === undefined ? {} : { healthPath: userData.settings.healthPath }),
    ...(unit.timeoutStopSeconds === undefined ? {} : { stopTimeoutSeconds: unit.timeoutStopSeconds }),
  };
}

/** Files beside the script or in the working directory; the last of two with the same path counts. */
function neededFiles(
  { files }: UserData,
  { script }: NodeCommand,
  directory: string,
): { readonly files: ReadonlyMap<string, string> } | { readonly refused: string } {
  const directories = [posix.dirname(script), directory].filter((path) => path !== "/");
  const isNeeded = ({ path }: UserDataFile) =>
    path === script || directories.some((parent) => path.startsWith(`${parent}/`) || isInside(path, parent));
  const needed = new Map<string, string>();
  for (const { path, content } of files.filter(isNeeded)) {
    const below = belowRoot(path);
    if (below === undefined)
      return {
        refused: `its files must have plain absolute paths, got ${JSON.stringify(path.slice(0, 80))}`,
      };
    needed.set(below, content);
  }
  return { files: needed };
}

function portsOf({ settings, environment }: UserData): readonly number[] {
  const { PORT = "", HEALTH_PORT = "" } = environment;
  const said = settings ? [settings.port, settings.healthPort] : [PORT, HEALTH_PORT].map(portOf);
  return [...new Set(said.filter((port) => port !== undefined))];
}

function portOf(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : undefined;
}

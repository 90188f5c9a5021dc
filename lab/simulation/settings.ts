import type { SimulationOptions } from "./options";
import type { Directory } from "./setup/directory";
import { SimulationError } from "./simulation-error";

type Defaulted =
  | "requestsPerSecond"
  | "arrivals"
  | "clients"
  | "keepsConnections"
  | "seed"
  | "begin"
  | "serviceMilliseconds"
  | "bootSeconds"
  | "serverStartSeconds";

/** Options with their defaults, each of them in range. */
export type Settings = SimulationOptions & Required<Pick<SimulationOptions, Defaulted>>;

const defaults: Pick<Settings, Defaulted> = {
  requestsPerSecond: 100,
  arrivals: "even",
  clients: 10,
  keepsConnections: true,
  seed: 1,
  begin: "settled",
  serviceMilliseconds: 5,
  bootSeconds: 60,
  serverStartSeconds: 1,
};

const aboveNothing = Number.MIN_VALUE;

/** @throws SimulationError for an option out of its range, and for a name that no target has */
export function settleOptions(options: SimulationOptions, directory: Directory): Settings {
  const settings = { ...defaults, ...options };
  const { serviceMilliseconds: service, restartSeconds } = settings;
  assertNumber("requestsPerSecond", settings.requestsPerSecond, { least: aboveNothing, most: 100_000 });
  assertNumber("clients", settings.clients, { least: 1, most: 100_000, isWhole: true });
  assertNumber("seed", settings.seed, { least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true });
  assertNumber("bootSeconds", settings.bootSeconds, { least: 0, most: 3600 });
  assertNumber("serverStartSeconds", settings.serverStartSeconds, { least: 0, most: 3600 });
  if (restartSeconds !== undefined && restartSeconds !== "never")
    assertNumber("restartSeconds", restartSeconds, { least: 0, most: 3600 });
  const times = typeof service === "number" ? [["all", service] as const] : Object.entries(service);
  for (const [name, milliseconds] of times) {
    if (typeof service !== "number") directory.machine(name);
    assertNumber("serviceMilliseconds", milliseconds, { least: 0, most: 3_600_000 });
  }
  return settings;
}

/** @throws SimulationError for anything but a number in the range */
export function assertNumber(
  where: string,
  value: number,
  {
    least,
    most,
    isWhole = false,
  }: { readonly least: number; readonly most: number; readonly isWhole?: boolean },
): void {
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return;
  const range = least === aboveNothing ? `above 0 and at most ${most}` : `${least} to ${most}`;
  throw new SimulationError(
    `${where}: must be ${isWhole ? "a whole number from " : ""}${range}, got ${value}; choose one of these`,
  );
}

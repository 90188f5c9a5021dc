import {
  aboveNothing,
  assertKeys,
  assertList,
  assertMilliseconds,
  assertNumber,
  assertWord,
} from "./assert-given";
import type { SimulationOptions } from "./options";
import type { Directory } from "./setup/directory";

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

const others = ["request", "notYetRegistered", "restartSeconds", "loadBalancer"] as const;

/** @throws SimulationError for an option that there is not */
export function assertOptions(options: SimulationOptions): void {
  assertKeys("options", options, [...others, ...Object.keys(defaults)]);
}

/** @throws SimulationError for an option out of its range, and for a name that no target has */
export function settleOptions(options: SimulationOptions, directory: Directory): Settings {
  const settings = { ...defaults, ...options };
  const { serviceMilliseconds: service, restartSeconds, notYetRegistered = [] } = settings;
  assertWord("arrivals", settings.arrivals, ["even", "poisson"]);
  assertWord("begin", settings.begin, ["settled", "registered"]);
  assertList("notYetRegistered", notYetRegistered);
  for (const name of notYetRegistered) directory.targets(name);
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
    assertMilliseconds("serviceMilliseconds", milliseconds);
  }
  return settings;
}

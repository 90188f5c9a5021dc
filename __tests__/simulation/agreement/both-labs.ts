import type { Lab } from "../../../lab/local";
import { type Drill, type Report, type SimulationOptions, simulate } from "../../../lab/simulation";
import { type LabConfig, labTopology } from "../../local/lab/lab-config";
import { startLoad } from "../../local/lab/load";
import { allHealthy, runLab, targetNamed, targetsOf, until, urlOf } from "../../local/lab/run-lab";
import { ServerInHand } from "./server-in-hand";

/** How many times faster than declared health checks and delays run where time is real. */
export const speed = 20;
export const clients = 6;

const servers: ServerInHand[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.kill();
});

/** Long enough for a busy machine: half a second and four tenths of one, by the speed. */
const healthCheck = {
  path: "/health",
  interval: 10,
  timeout: 8,
  healthy_threshold: 2,
  unhealthy_threshold: 2,
  matcher: "200",
};

export function configOf(names: readonly string[], group: Readonly<Record<string, unknown>> = {}): LabConfig {
  const members = names.map((name) => ({ name, foreign: true }));
  return { groups: { web: { servers: members, arguments: { health_check: healthCheck, ...group } } } };
}

export interface RealLab {
  readonly lab: Lab;
  readonly load: ReturnType<typeof startLoad>;
  server(name: string): ServerInHand;
  /** Everything that was shown of a target until now, each change once. */
  states(name: string): readonly string[];
  untilIs(name: string, state: string): Promise<void>;
}

/** The lab on this machine, all healthy and under load. */
export async function realLab(config: LabConfig): Promise<RealLab> {
  const names = Object.values(config.groups).flatMap(({ servers: own }) => own.map(({ name }) => name));
  const own = new Map(names.map((name) => [name, new ServerInHand(name)]));
  servers.push(...own.values());
  for (const server of own.values()) await server.start();
  const targets = new Map([...own].map(([name, server]) => [name, server.url]));
  const lab = await runLab(config, { targets, speed });
  await allHealthy(lab);
  const states = followStates(lab, names);
  return {
    lab,
    load: startLoad(urlOf(lab), { clients }),
    server: (name) => own.get(name) as ServerInHand,
    states: (name) => states.get(name) ?? [],
    untilIs: (name, state) => until(lab, () => targetNamed(lab, name).health === state),
  };
}

function followStates(lab: Lab, names: readonly string[]): ReadonlyMap<string, string[]> {
  const states = new Map(names.map((name) => [name, [] as string[]]));
  const look = () => {
    for (const [name, seen] of states) {
      const target = targetsOf(lab).find((candidate) => candidate.name === name);
      const { health = "unused", reason = "Target.NotRegistered", description = "" } = target ?? {};
      const now = target === undefined ? `${health} ${reason}` : inWords(health, target.reason, description);
      if (seen.at(-1) !== now) seen.push(now);
    }
  };
  look();
  lab.onChange(look);
  return states;
}

function inWords(state: string, reason = "", description = ""): string {
  return [state, reason, description].filter((text) => text !== "").join(" ");
}

/** The same lab on a virtual clock. */
export function simulated(config: LabConfig, options: Partial<SimulationOptions> = {}): Drill {
  return simulate(labTopology(config), { request: "GET http://shop/", ...options });
}

/** In the words of `RealLab.states`; of a target that is gone AWS has a description, the lab shows nothing. */
export function statesIn(report: Report, name: string): readonly string[] {
  return report
    .states(name)
    .map(({ state, reason, description }) =>
      reason === "Target.NotRegistered" ? `${state} ${reason}` : inWords(state, reason, description),
    );
}

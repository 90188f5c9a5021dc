import { type Drill, type SimulationOptions, simulate } from "../../lab/simulation";
import { type LabConfig, labTopology, type ServerConfig } from "../local/lab/lab-config";

export const request = "GET http://shop.example.com/";
export const zoneA = "eu-central-1a";
export const zoneB = "eu-central-1b";

/** Times that differ from each other, so that none is taken for another. */
export const health = { intervalSeconds: 10, timeoutSeconds: 4, unhealthyThreshold: 3, healthyThreshold: 2 };

const healthCheck = {
  path: "/health",
  interval: health.intervalSeconds,
  timeout: health.timeoutSeconds,
  healthy_threshold: health.healthyThreshold,
  unhealthy_threshold: health.unhealthyThreshold,
  matcher: "200",
};

/** Two groups' worth of nothing but servers: names, or more of what a server can be given. */
export function webConfig(
  servers: readonly (string | ServerConfig)[],
  group: Readonly<Record<string, unknown>> = {},
): LabConfig {
  const members = servers.map((server) =>
    typeof server === "string" ? { name: server, foreign: true } : server,
  );
  return { groups: { web: { servers: members, arguments: { health_check: healthCheck, ...group } } } };
}

export function drillOf(config: LabConfig, options: Partial<SimulationOptions> = {}): Drill {
  return simulate(labTopology(config), { request, ...options });
}

/** A drill of servers in one group. */
export function webDrill(
  servers: readonly (string | ServerConfig)[],
  options: Partial<SimulationOptions> = {},
  group: Readonly<Record<string, unknown>> = {},
): Drill {
  return drillOf(webConfig(servers, group), options);
}

/** `12000 unhealthy Target.Timeout` for each change. */
export function statesOf(report: ReturnType<Drill["run"]>, name: string): readonly string[] {
  return report.states(name).map(({ state, reason = "" }) => `${state} ${reason}`.trim());
}

import { checkServerSettings } from "./check-server-settings";
import type { ServerSettings } from "./types";

/** The settings as the environment variables that the server reads. What is not set is not written: the server has defaults. */
export function environmentOf(settings: ServerSettings): Record<string, string> {
  const values: Record<string, string | number | boolean | undefined> = {
    SERVER_NAME: settings.serverName,
    FIRST_SERVER: settings.first,
    PORT: settings.port,
    HEALTH_PORT: settings.healthPort,
    HEALTH_PATH: settings.healthPath,
    BASE_PATH: settings.basePath,
    KEEP_ALIVE_SECONDS: settings.keepAliveSeconds,
    DRAIN_SECONDS: settings.drainSeconds,
    CLOSE_SECONDS: settings.closeSeconds,
  };
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) environment[name] = String(value);
  return environment;
}

/** The settings that gave this environment, or undefined when none could. */
export function settingsOf(environment: Readonly<Record<string, string>>): ServerSettings | undefined {
  const { HEALTH_PORT, CLOSE_SECONDS, FIRST_SERVER } = environment;
  const settings: ServerSettings = {
    serverName: environment.SERVER_NAME ?? "",
    ...(FIRST_SERVER === undefined ? {} : { first: FIRST_SERVER === "true" }),
    port: numberOf(environment.PORT),
    ...(HEALTH_PORT === undefined ? {} : { healthPort: numberOf(HEALTH_PORT) }),
    healthPath: environment.HEALTH_PATH ?? "",
    basePath: environment.BASE_PATH ?? "",
    keepAliveSeconds: numberOf(environment.KEEP_ALIVE_SECONDS),
    drainSeconds: numberOf(environment.DRAIN_SECONDS),
    ...(CLOSE_SECONDS === undefined ? {} : { closeSeconds: numberOf(CLOSE_SECONDS) }),
  };
  return checkServerSettings(settings).length === 0 ? settings : undefined;
}

function numberOf(text: string | undefined): number {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

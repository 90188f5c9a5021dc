import type { ServerSettings } from "../setup/server-facts";

/** How a server answers, apart from being there at all. */
export interface Behaviour {
  /** Of its answers to requests; undefined: as its program would. */
  readonly status?: number;
  /** Of its answers to health checks. */
  readonly healthStatus?: number;
  /** How much longer every answer takes, those to health checks too. */
  readonly delayMs: number;
  /** How much longer those to health checks take beside that. */
  readonly healthDelayMs: number;
  /** It takes connections and answers nothing. */
  readonly hangs: boolean;
}

export const AS_DECLARED: Behaviour = { delayMs: 0, healthDelayMs: 0, hangs: false };

/** Whether something listens on a port of a machine: this project's server does on its own, any other one on all. */
export function listensOn(server: ServerSettings | undefined, port: number): boolean {
  return server === undefined || port === server.port || port === server.healthPort;
}

/** The status of an answer. */
export function statusOf(
  behaviour: Behaviour,
  server: ServerSettings | undefined,
  { port, path, isProbe }: { readonly port: number; readonly path: string; readonly isProbe: boolean },
): number {
  const told = isProbe ? behaviour.healthStatus : behaviour.status;
  if (told !== undefined) return told;
  if (server === undefined || path === server.healthPath) return 200;
  const isGreeted = path === server.basePath || path === `${server.basePath}/`;
  return isGreeted && port === server.port ? 200 : 404;
}

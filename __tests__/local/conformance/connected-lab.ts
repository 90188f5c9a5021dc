import type { Lab, LabOptions } from "../../../lab/local";
import { closeAll, type Target } from "../http/support/lab";
import { openClient, type RawClient } from "../http/support/raw-client";
import type { LabConfig } from "../lab/lab-config";
import { runLab, urlOf } from "../lab/run-lab";

afterEach(closeAll);

/** Servers of the test, by the names of the instances whose place they take. */
export type Connected = Readonly<Record<string, Target>>;

export interface ConnectedConfig extends Partial<LabConfig> {
  /** Arguments of the only target group. */
  readonly group?: Readonly<Record<string, unknown>>;
}

/** A lab with one target group of these servers, which need no process: it is up at once. */
export function labOf(
  targets: Connected,
  { group, ...config }: ConnectedConfig = {},
  options: LabOptions = {},
): Promise<Lab> {
  const servers = Object.keys(targets).map((name) => ({ name, foreign: true }));
  const groups = { web: { servers, ...(group && { arguments: group }) } };
  return runLab({ groups, ...config }, { targets: urlsOf(targets), ...options });
}

export function urlsOf(targets: Connected, protocol = "http"): ReadonlyMap<string, URL> {
  return new Map(
    Object.entries(targets).map(([name, { endpoint }]) => [
      name,
      new URL(`${protocol}://127.0.0.1:${endpoint.port}`),
    ]),
  );
}

/** Port on this machine of a listener. */
export function portOf(lab: Lab, at = 0): number {
  return Number(new URL(urlOf(lab, at)).port);
}

export function clientOf(lab: Lab, at = 0): Promise<RawClient> {
  return openClient(portOf(lab, at));
}

/** What the load balancer sends back for these bytes, once it has closed or one answer is whole. */
export async function rawAnswer(lab: Lab, request: string): Promise<string> {
  const client = (await clientOf(lab)).send(request);
  await client.answers(1);
  client.socket.destroy();
  return client.received;
}

/** Request heads that are not probes. */
export function headsOf({ heads }: Target): readonly string[] {
  return heads.filter((head) => !head.includes("ELB-HealthChecker"));
}

export function probesOf({ heads }: Target): readonly string[] {
  return heads.filter((head) => head.includes("ELB-HealthChecker"));
}

/** A health check that differs from the usual one. */
export function checked(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    health_check: {
      path: "/health",
      interval: 5,
      timeout: 2,
      healthy_threshold: 2,
      unhealthy_threshold: 2,
      matcher: "200",
      ...settings,
    },
  };
}

/** Probes so rarely that a busy machine takes no target out while requests are counted. */
export const rarelyChecked = checked({ interval: 300, timeout: 120 });

/** A promise that the test settles itself. */
export class Deferred<T> {
  resolve: (value: T) => void = () => {};
  readonly promise = new Promise<T>((resolve) => {
    this.resolve = resolve;
  });
}

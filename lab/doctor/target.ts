import type { HealthReason, HealthState } from "../alb";
import { type ServerWords, type Subject, serverWords } from "../lint";
import {
  type AutoScalingGroup,
  type Instance,
  isUnknown,
  type LoadBalancer,
  type Registration,
  type TargetGroup,
} from "../topology";
import type { About } from "./diagnosis";
import type { SeenTarget } from "./evidence";
import { known, nameOf } from "./words";

export type Server = Instance | AutoScalingGroup;

/** A registered target: as it was seen, and what the input says of it. */
export interface Target {
  /** Unique in a case. */
  readonly key: string;
  readonly name: string;
  /** Absent: the input registers it, and nobody has seen it. */
  readonly seen?: SeenTarget;
  readonly group?: TargetGroup;
  readonly registration?: Registration;
  /** The instance, or the auto scaling group that it is a member of. */
  readonly server?: Server;
  /** Those that send requests to its group. */
  readonly loadBalancers: readonly LoadBalancer[];
  /** What its user data says of its server. */
  readonly words?: ServerWords;
  /** Port of requests, and port of health checks. */
  readonly port?: number;
  readonly healthPort?: number;
}

/** What the input knows of one registration. */
export function targetOf(
  links: Subject,
  key: string,
  seen: SeenTarget | undefined,
  group: TargetGroup | undefined,
  registration: Registration | undefined,
): Target {
  const server = registration && links.serverOf(registration);
  // Where a server of somebody else takes its place, its user data says nothing.
  const words = server && seen?.process?.state !== "external" ? serverWords(server) : undefined;
  const port = seen?.port ?? known(registration?.port) ?? known(group?.port);
  const healthPort = healthPortOf(group, port);
  return {
    key,
    name: seen?.name ?? nameOfServer(server, words) ?? seen?.id ?? idOf(registration) ?? key,
    ...(seen && { seen }),
    ...(group && { group }),
    ...(registration && { registration }),
    ...(server && { server }),
    ...(words && { words }),
    ...(port !== undefined && { port }),
    ...(healthPort !== undefined && { healthPort }),
    loadBalancers: group ? links.loadBalancersOf(group) : [],
  };
}

function healthPortOf(group: TargetGroup | undefined, port: number | undefined): number | undefined {
  const said = group === undefined ? "traffic-port" : known(group.healthCheck.port);
  return said === "traffic-port" ? port : said;
}

function nameOfServer(server: Server | undefined, words: ServerWords | undefined): string | undefined {
  if (words?.isCertain && words.name !== undefined) return words.name;
  return server && nameOf(server);
}

function idOf(registration: Registration | undefined): string | undefined {
  if (registration === undefined || isUnknown(registration.target)) return undefined;
  const { target } = registration;
  return "address" in target ? target.address : target.external;
}

export function aboutTarget({ name, server, registration }: Target): About {
  const element = server ?? registration;
  if (element === undefined) return { kind: "target", name };
  const { address, path } = element;
  return { kind: "target", name, address, ...(path !== undefined && { path }) };
}

/** Whether it gets requests: a function without health checks does, and AWS calls that unavailable. */
export function isServing({ seen }: Target): boolean {
  return seen?.state === "healthy" || seen?.reason === "Target.HealthCheckDisabled";
}

/** Whether it was seen in one of these states, or nobody has looked: what the input says of it may be its reason. */
export function mayBe(
  { seen }: Target,
  states: readonly HealthState[],
  reasons?: readonly HealthReason[],
): boolean {
  if (seen === undefined) return true;
  if (!states.includes(seen.state)) return false;
  return reasons === undefined || seen.reason === undefined || reasons.includes(seen.reason);
}

/** Whether its probes fail, or may fail soon: it is unhealthy, or it has yet to pass the first one. */
export function isFailing({ seen }: Target): boolean {
  return seen !== undefined && (seen.state === "unhealthy" || seen.state === "initial");
}

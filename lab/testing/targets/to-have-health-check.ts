import { type HealthCheck, isUnknown, type TargetGroup } from "../../topology";
import type { Judgement } from "../judgement";
import { type InputOptions, type Received, readReceived } from "../received/read-received";
import { assertSome, knownOr, shown } from "../words";
import { findGroup, labelOfGroup } from "./find-group";
import { targetsOf } from "./targets-of";

/** Values of a health check that must be in effect; those that are left out may be anything. */
export interface ExpectedHealthCheck {
  readonly enabled?: boolean;
  /** `HTTP` or `HTTPS`. */
  readonly protocol?: string;
  /** A number is met by `traffic-port` where all targets have that port. */
  readonly port?: number | "traffic-port";
  readonly path?: string;
  /** 5-300. */
  readonly intervalSeconds?: number;
  /** 2-120. */
  readonly timeoutSeconds?: number;
  /** 2-10. */
  readonly healthyThreshold?: number;
  /** 2-10. */
  readonly unhealthyThreshold?: number;
  /** Success codes, such as `200-299`. */
  readonly matcher?: string;
}

export interface HealthCheckMatchers<R> {
  /** The health check that is in effect, with what AWS and the provider fill in where a value is not declared. */
  toHaveHealthCheck(group: string, expected: ExpectedHealthCheck, options?: InputOptions): R;
}

const keys: readonly (keyof HealthCheck)[] = [
  "path",
  "port",
  "protocol",
  "matcher",
  "intervalSeconds",
  "timeoutSeconds",
  "healthyThreshold",
  "unhealthyThreshold",
  "enabled",
];

export function judgeHealthCheck(
  given: unknown,
  name: string,
  expected: ExpectedHealthCheck,
  options: InputOptions = {},
): Judgement {
  assertSome(expected, keys, "toHaveHealthCheck");
  const received = readReceived(given, options);
  const group = findGroup(received, name);
  const asked = keys.filter((key) => expected[key] !== undefined);
  const flaws = asked.flatMap((key) => {
    const wanted = expected[key];
    const got = inEffect(received, group, key, wanted);
    return got === wanted ? [] : [`its ${key} is ${shown(got)}`];
  });
  return {
    holds: flaws.length === 0,
    subject: `health check of ${labelOfGroup(received.topology, group)}`,
    wanted: `have ${asked.map((key) => `${key} ${shown(expected[key])}`).join(", ")}`,
    seen: flaws.length === 0 ? "it has" : flaws.join("; "),
  };
}

function inEffect(received: Received, group: TargetGroup, key: keyof HealthCheck, wanted: unknown): unknown {
  const got = knownOr<unknown>(
    group.healthCheck[key],
    `${key} of the health check of ${labelOfGroup(received.topology, group)}`,
  );
  if (got !== "traffic-port" || typeof wanted !== "number") return got;
  const ports = targetsOf(received.topology, group).map(({ port, name }) => knownOr(port, `port of ${name}`));
  const own = group.port === undefined || isUnknown(group.port) ? undefined : group.port;
  const [first = own, ...others] = new Set(ports);
  return others.length === 0 && first !== undefined ? first : got;
}

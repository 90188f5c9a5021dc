import type { HealthState } from "../../../lab/alb";
import { createPool, type GroupAttributes, type SelectableTarget, type TargetPool } from "../../../lab/alb";

/** The attributes that AWS fills in, but for the given ones. */
export function attributes(given: Partial<GroupAttributes> = {}): GroupAttributes {
  return {
    deregistrationDelaySeconds: 300,
    slowStartSeconds: 0,
    algorithm: "round_robin",
    anomalyMitigation: "off",
    crossZone: "use_load_balancer_configuration",
    stickiness: { enabled: false, type: "lb_cookie", durationSeconds: 86400 },
    dnsFailover: { count: 1, percentage: "off" },
    unhealthyStateRouting: { count: 1, percentage: "off" },
    lambdaMultiValueHeaders: false,
    ...given,
  };
}

/** Targets from texts such as `a`, `b:draining` or `c@zone-1:unhealthy`; healthy where nothing else is said. */
export function targets(...texts: string[]): SelectableTarget[] {
  return texts.map((text) => {
    const [, key = "", zone, state = "healthy"] = /^(\w+)(?:@([\w-]+))?(?::(\w+))?$/.exec(text) ?? [];
    return { key, state: state as HealthState, ...(zone === undefined ? {} : { zone }) };
  });
}

export function poolOf(texts: string, given: Partial<GroupAttributes> = {}): TargetPool {
  return createPool(attributes(given), targets(...texts.split(" ").filter((text) => text !== "")), 0);
}

/** The same numbers for the same seed, evenly spread over 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function tally(keys: readonly (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[String(key)] = (counts[String(key)] ?? 0) + 1;
  return counts;
}

import {
  earliestHealthyAt,
  earliestUnhealthyAt,
  nextProbeAt,
  type ProbeTiming,
  type TargetHealth,
} from "../alb";
import { settle } from "../topology";
import type { Case } from "./case";
import type { SeenTarget } from "./evidence";
import type { Target } from "./target";

/**
 * From launch to a server that listens, on a small instance: boot, packages from the internet, service. An estimate, on
 * the safe side: AWS promises nothing.
 */
const BOOT_MS = 180_000;

/** When a target is expected to be healthy if its server answers from `upAtMs` on; undefined: nobody can say. */
export function healthyAt(one: Case, { seen, group }: Target, upAtMs: number): number | undefined {
  const timing = timingOf(one, group);
  if (seen === undefined || timing === undefined) return undefined;
  return earliestHealthyAt(healthOf(seen), timing, probeAfter(seen, timing, upAtMs));
}

/** When a target that has yet to pass a probe is called unhealthy at the latest. */
export function decidedAt(one: Case, { seen, group }: Target): number | undefined {
  const timing = timingOf(one, group);
  if (seen === undefined || timing === undefined) return undefined;
  return earliestUnhealthyAt(healthOf(seen), timing, probeAfter(seen, timing, one.evidence.atMs), true);
}

/** Whether it was launched so lately that its server need not be up. */
export function isBooting({ evidence: { atMs } }: Case, { seen }: Target): boolean {
  const { launchedAtMs, machine } = seen ?? {};
  if (machine === "pending") return true;
  return launchedAtMs !== undefined && atMs - launchedAtMs < BOOT_MS && machine !== "stopped";
}

export function bootedAt({ evidence: { atMs } }: Case, { seen }: Target): number {
  return Math.max(atMs, (seen?.launchedAtMs ?? atMs) + BOOT_MS);
}

function timingOf(one: Case, group: Target["group"]): ProbeTiming | undefined {
  if (group === undefined) return undefined;
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = group.healthCheck;
  const settled = settle({ intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold });
  if (!("settled" in settled)) return undefined;
  const { settled: timing } = settled;
  return {
    ...timing,
    intervalSeconds: timing.intervalSeconds / one.speed,
    timeoutSeconds: timing.timeoutSeconds / one.speed,
  };
}

/** Probes go on in their rhythm from any that is known; one of those at registration where none is. */
function probeAfter(seen: SeenTarget, { intervalSeconds }: ProbeTiming, atMs: number): number {
  const first = seen.probes?.at(-1)?.atMs ?? seen.registeredAtMs ?? seen.launchedAtMs ?? atMs;
  return nextProbeAt(first, intervalSeconds, atMs);
}

/** As far as it was seen: of successes and failures in a row only those among the probes that are known. */
function healthOf({ state, reason, probes = [] }: SeenTarget): TargetHealth {
  const passed = trailing(probes, true);
  return {
    state,
    ...(reason !== undefined && { reason }),
    successes: state === "unhealthy" ? passed : 0,
    failures: trailing(probes, false),
    circumstances: {
      registered: true,
      draining: state === "draining",
      groupUsed: true,
      zoneEnabled: true,
      checksEnabled: true,
      condition: "running",
    },
  };
}

function trailing(probes: NonNullable<SeenTarget["probes"]>, passed: boolean): number {
  const first = [...probes].reverse().findIndex((probe) => probe.passed !== passed);
  return first === -1 ? probes.length : first;
}

import { earliestHealthyAt, longestUnnoticedMs, type ProbeTiming, unregisteredTarget } from "../../alb";
import { settle } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Judgement } from "../judgement";
import { type InputOptions, type Received, readReceived } from "../received/read-received";
import { shown } from "../words";
import { findGroup, labelOfGroup } from "./find-group";
import { usersOf } from "./users-of";

export interface HealthTimeMatchers<R> {
  /**
   * How long a server that answers from now on waits for its first request at worst: probes that it failed while it
   * started have made it unhealthy, and one has just passed. So it is with an instance that is registered when it is
   * launched. One that is registered once it answers is probed at once, and one success is enough.
   */
  toBecomeHealthyWithin(group: string, seconds: number, options?: InputOptions): R;
  /**
   * How long a server that dies still gets requests at worst: it dies right after a probe, and does not answer the next
   * ones. A group that fails open sends it requests even after that.
   */
  toNoticeDeathWithin(group: string, seconds: number, options?: InputOptions): R;
}

export function judgeBecomeHealthy(
  given: unknown,
  name: string,
  seconds: number,
  options: InputOptions = {},
): Judgement {
  const { label, timing, isUsed } = timingOf(
    readReceived(given, options),
    name,
    seconds,
    "toBecomeHealthyWithin",
  );
  const { intervalSeconds, healthyThreshold } = timing;
  const takes = healthySeconds(timing);
  return {
    holds: isUsed && takes <= seconds,
    subject: `a target of ${label}`,
    wanted: `be healthy within ${seconds} s once it answers`,
    seen: isUsed
      ? `it may take ${takes} s: after failures while it started, ${healthyThreshold} probes in a row must succeed, one every ${intervalSeconds} s`
      : "no listener sends requests to its group, so it stays unused and is never probed",
  };
}

export function judgeNoticeDeath(
  given: unknown,
  name: string,
  seconds: number,
  options: InputOptions = {},
): Judgement {
  const { label, timing } = timingOf(readReceived(given, options), name, seconds, "toNoticeDeathWithin");
  const { intervalSeconds, timeoutSeconds, unhealthyThreshold } = timing;
  const takes = longestUnnoticedMs(timing) / 1000;
  return {
    holds: takes <= seconds,
    subject: `the death of a target of ${label}`,
    wanted: `be noticed within ${seconds} s`,
    seen: `it may get requests for ${takes} s: ${unhealthyThreshold} probes in a row must fail, one every ${intervalSeconds} s, the last one by its timeout of ${timeoutSeconds} s`,
  };
}

/** Of one that has been unhealthy, so that one success is not enough (H32, H35). */
function healthySeconds(timing: ProbeTiming): number {
  const registered = { ...unregisteredTarget().circumstances, registered: true };
  const unhealthy = { state: "unhealthy", successes: 0, failures: 0, circumstances: registered } as const;
  return (earliestHealthyAt(unhealthy, timing, timing.intervalSeconds * 1000) ?? 0) / 1000;
}

function timingOf(
  received: Received,
  name: string,
  limit: unknown,
  matcher: string,
): { readonly label: string; readonly timing: ProbeTiming; readonly isUsed: boolean } {
  if (typeof limit !== "number" || !(limit >= 0))
    throw new CannotJudge(`${matcher}: must be given seconds, got ${shown(limit)}`);
  const group = findGroup(received, name);
  const label = labelOfGroup(received.topology, group);
  const { enabled, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } =
    group.healthCheck;
  if (enabled === false) throw new CannotJudge(`${label} has no health checks, so nothing is ever noticed`);
  const settlement = settle({ intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold });
  const isUsed = usersOf(received.topology, group).length > 0;
  if ("settled" in settlement) return { label, timing: settlement.settled, isUsed };
  const [first] = settlement.unknowns;
  throw new CannotJudge(`${first?.at} of the health check of ${label} is not known: ${first?.reason}`);
}

import type { RunningGroup } from "../balancer/running-group";
import type { RunningTarget } from "../balancer/running-target";
import type { ProcessState, TargetView } from "../dashboard";
import type { Machine } from "../machines/machine";
import type { TargetState } from "../processes";
import type { GroupSetup } from "../setup/types";
import type { Traffic } from "../traffic/traffic";

const processStates: Readonly<Record<TargetState, ProcessState>> = {
  starting: "starting",
  running: "running",
  stopping: "stopping",
  stopped: "stopped",
  "backing-off": "crashed",
  failed: "crashed",
};

/** A slowed target answers after this long, where its health checks wait that long. */
const mostSlowMs = 2000;

/** A target now: what runs, what AWS would show of its health, what it has answered. */
export function viewTarget(group: RunningGroup, target: RunningTarget, traffic: Traffic): TargetView {
  const { setup, machine, health } = target;
  return {
    key: setup.key,
    name: setup.name,
    zone: setup.zone ?? "all zones",
    address: `${target.endpoint.host}:${target.endpoint.port}`,
    ...viewMachine(machine),
    ...delaysIn(group.setup),
    health: health.state,
    ...(health.reason !== undefined && { reason: health.reason }),
    ...(health.description !== undefined && { description: describe(target) }),
    probes: target.probes.map(({ atMs, passed, seen, tookMs }) => ({
      atMs,
      passed,
      result: seen,
      ms: tookMs,
    })),
    inFlight: group.member(target)?.outstanding ?? 0,
    answered: target.answered,
    share: traffic.share(group.setup.address, setup.key),
  };
}

/** By how much a target of this group can be slowed: within the time limit of its health checks, and beyond it. */
export function delaysIn({ group }: GroupSetup): Pick<TargetView, "slowMs" | "hangMs"> {
  const limitMs = group.healthCheck.timeoutSeconds * 1000;
  return { slowMs: Math.min(mostSlowMs, limitMs / 2), hangMs: limitMs + 1000 };
}

/** What keeps the load balancer from a target explains more than that nothing came back. */
function describe({ setup, health }: RunningTarget): string {
  const why = health.reason === "Target.Timeout" ? setup.healthBlocked : undefined;
  return why === undefined ? (health.description ?? "") : `${health.description}: ${why}`;
}

function viewMachine({
  process,
}: Machine): Pick<
  TargetView,
  "kind" | "process" | "pid" | "restartAtMs" | "crash" | "delayMs" | "healthBroken"
> {
  if (!process) return { kind: "external", process: "external", delayMs: 0, healthBroken: false };
  const { supervision, standIn, pid, fault } = process;
  return {
    kind: standIn === undefined ? "server" : "stand-in",
    process: processStates[supervision.state],
    ...(pid !== undefined && { pid }),
    ...(supervision.retryAtMs !== undefined && {
      restartAtMs: performance.timeOrigin + supervision.retryAtMs,
    }),
    ...(supervision.reason !== undefined && { crash: supervision.reason }),
    delayMs: fault.delayMs ?? 0,
    healthBroken: fault.breakHealth === true,
  };
}

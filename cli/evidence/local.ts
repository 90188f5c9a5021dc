import type { Evidence, SeenProcess, SeenRequest, SeenTarget } from "../../lab/doctor";
import type { LabSnapshot } from "../../lab/local";
import { isUnknown, type Registration, type Topology } from "../../lab/topology";

type TargetView = LabSnapshot["groups"][number]["targets"][number];

export interface LabEvidenceOptions {
  /** What runs; without it causes that rest on the input are not found. */
  readonly declared?: Topology;
  /** How many times faster than declared health checks and delays run. Default 1. */
  readonly speed?: number;
  /** When the snapshot was taken, in milliseconds since 1970. */
  readonly atMs: number;
}

/** A lab that runs on this machine as evidence. */
export function evidenceOfLab(
  snapshot: LabSnapshot,
  { declared, speed, atMs }: LabEvidenceOptions,
): Evidence {
  return {
    source: "local",
    atMs,
    ...(declared && { declared }),
    ...(speed !== undefined && { speed }),
    targets: snapshot.groups.flatMap(({ key, name, targets }) =>
      targets.map((target) => ({ groupName: name, groupAddress: key, ...seenTarget(target, declared) })),
    ),
    requests: snapshot.requests.map(seenRequest),
    gaps: [],
  };
}

function seenTarget(target: TargetView, declared: Topology | undefined): SeenTarget {
  const { key, name, zone, address, health, reason, description, probes, answered, crash } = target;
  const registration = declared?.registrations.find((one) => one.address === key.replace(/#\d+$/, ""));
  const port = portOf(registration);
  return {
    address: key,
    id: idOf(registration) ?? address,
    name,
    ...(port !== undefined && { port }),
    ...(zone !== "all zones" && { zone }),
    state: health,
    // The reasons of the lab are AWS's own.
    ...(reason !== undefined && { reason: reason as NonNullable<SeenTarget["reason"]> }),
    ...(description !== undefined && { description }),
    process: seenProcess(target),
    probes,
    ...(crash !== undefined && { console: crash }),
    answered,
  };
}

function seenProcess({ process, restartAtMs, delayMs, healthBroken }: TargetView): SeenProcess {
  return { state: process, ...(restartAtMs !== undefined && { restartAtMs }), delayMs, healthBroken };
}

function seenRequest(request: LabSnapshot["requests"][number]): SeenRequest {
  const { atMs, method, path, status, targetStatus, targetName, listener, rule } = request;
  return {
    atMs,
    method,
    path,
    status,
    ...(targetName !== undefined &&
      (targetStatus === undefined ? { silentTargetName: targetName } : { targetName })),
    ...(listener !== undefined && { listenerAddress: listener }),
    ...(rule !== undefined && { ruleAddress: rule }),
  };
}

function portOf(registration: Registration | undefined): number | undefined {
  const port = registration?.port;
  return port === undefined || isUnknown(port) ? undefined : port;
}

function idOf(registration: Registration | undefined): string | undefined {
  if (registration === undefined || isUnknown(registration.target)) return undefined;
  const { target } = registration;
  return "address" in target ? target.address : target.external;
}

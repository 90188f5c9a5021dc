import type { Subject } from "../../lint";
import type {
  AutoScalingGroup,
  Instance,
  Registration,
  Resource,
  ResourceChange,
  TargetGroup,
} from "../../topology";
import type { Comparison, Pair } from "../comparison";
import { renamesIn } from "../renames/renames";
import { groupsWithTraffic } from "./group-traffic";
import { serviceOf, wantedTasks } from "./services";
import { isToldElsewhere } from "./told-elsewhere";

/** What becomes of one target of a group. */
export interface TargetFate {
  readonly registration: Registration;
  readonly server?: Instance | AutoScalingGroup;
  /**
   * `replaced`, `gone`: with its server; `registered-anew`, `deregistered`: its server stays. `elsewhere`: something else
   * is the reason, and is told of.
   */
  readonly fate: "stays" | "replaced" | "gone" | "registered-anew" | "deregistered" | "elsewhere";
}

/** A group that gets requests before and after, with its targets on both sides. */
export interface GroupFates {
  readonly group: Pair<TargetGroup>;
  /** Those that were there before. */
  readonly fates: readonly TargetFate[];
  readonly later: readonly Registration[];
  /** Some registration may belong to any group, or stand for none or for many. */
  readonly isDoubtful: boolean;
}

const known = new WeakMap<Comparison, readonly GroupFates[]>();

/** Every group that gets requests, with what becomes of its targets. */
export function groupFates(comparison: Comparison): readonly GroupFates[] {
  const found =
    known.get(comparison) ?? groupsWithTraffic(comparison).map((group) => fatesOf(comparison, group));
  known.set(comparison, found);
  return found;
}

/** Targets that are not there any more, or not as they were. */
export function lostOf({ fates }: GroupFates): readonly TargetFate[] {
  return fates.filter(({ fate }) => fate !== "stays" && fate !== "elsewhere");
}

/** Whether the server itself is destroyed, with what it still works on. */
export function isKilled({ fate }: TargetFate): boolean {
  return fate === "replaced" || fate === "gone";
}

function fatesOf(comparison: Comparison, group: Pair<TargetGroup>): GroupFates {
  const later = comparison.after.registrationsOf(group.after);
  const fates = comparison.before.registrationsOf(group.before).map((registration): TargetFate => {
    const server = comparison.before.serverOf(registration);
    const fate = fateOf(comparison, registration, later);
    return { registration, ...(server !== undefined && { server }), fate };
  });
  return { group, fates, later, isDoubtful: [comparison.before, comparison.after].some(isDoubtful) };
}

function isDoubtful({ topology }: Subject): boolean {
  return topology.registrations.some(({ group, instances }) => "unknown" in group || instances !== undefined);
}

function fateOf(
  comparison: Comparison,
  registration: Registration,
  later: readonly Registration[],
): TargetFate["fate"] {
  const server = comparison.before.serverOf(registration);
  const serverChange = server && comparison.changeOf(server);
  const service = serviceOf(comparison.before, registration);
  if (service !== undefined) return fateOfTasks(comparison, service, registration, later);
  if (serverChange?.kind === "replace") return fateByReason(comparison, serverChange, "replaced");
  if (isRenamed(comparison, serverChange) || isRenamed(comparison, comparison.changeOf(registration)))
    return "elsewhere";
  if (serverChange?.kind === "destroy") return "gone";
  const change = comparison.changeOf(registration);
  if (change?.kind === "replace") return fateByReason(comparison, change, "registered-anew");
  if (isAmong(later, registration)) return isScaledToNothing(comparison, server) ? "gone" : "stays";
  return change?.kind === "forget" ? "stays" : "deregistered";
}

/** Tasks drain before they are stopped. */
function fateOfTasks(
  comparison: Comparison,
  service: Resource,
  registration: Registration,
  later: readonly Registration[],
): TargetFate["fate"] {
  // what becomes of them then is told with the service
  if (comparison.isReplaced(service) || isRenamed(comparison, comparison.changeOf(service)))
    return "elsewhere";
  if (!isAmong(later, registration))
    return comparison.kindOf(service) === "forget" ? "stays" : "deregistered";
  const after = comparison.after.resource(service.address);
  return after !== undefined && wantedTasks(after) === 0 ? "deregistered" : "stays";
}

function fateByReason(
  comparison: Comparison,
  change: ResourceChange,
  fate: TargetFate["fate"],
): TargetFate["fate"] {
  return isToldElsewhere(comparison, change) ? "elsewhere" : fate;
}

function isRenamed(comparison: Comparison, change: ResourceChange | undefined): boolean {
  return change?.kind === "destroy" && renamesIn(comparison).some(({ from }) => from === change);
}

/** Also where the same server is registered at another place of the configuration. */
function isAmong(later: readonly Registration[], registration: Registration): boolean {
  if (later.some(({ address }) => address === registration.address)) return true;
  const keyOf = ({ target, port }: Registration) => JSON.stringify([target, port]);
  const key = keyOf(registration);
  return later.some((one) => keyOf(one) === key);
}

function isScaledToNothing({ after }: Comparison, server: TargetFate["server"]): boolean {
  const group = after.topology.autoScalingGroups.find(({ address }) => address === server?.address);
  return group?.desiredCapacity === 0 || group?.maxSize === 0;
}

import { type ServerWords, serverWords } from "../../lint";
import type { AutoScalingGroup, Instance, Registration, TargetGroup } from "../../topology";
import type { Comparison, Pair } from "../comparison";
import { groupsWithTraffic } from "./group-traffic";
import { templateChange } from "./instance-refresh";

/** A server that is registered in a group that gets requests, before and after. */
export interface RunningServer {
  readonly group: Pair<TargetGroup>;
  readonly registration: Pair<Registration>;
  readonly server: Instance | AutoScalingGroup;
  /** It runs what it ran before: changed user data is not run again. */
  readonly isKept: boolean;
  /** What the servers say of themselves that run before; undefined: nothing that is understood. */
  readonly before: ServerWords | undefined;
  /** Of those that run afterwards. */
  readonly after: ServerWords | undefined;
  /** Of those that start later, from the user data as it is afterwards. */
  readonly next: ServerWords | undefined;
}

/** Servers that stay registered in their group, themselves or what takes their place. */
export function runningServers(comparison: Comparison): readonly RunningServer[] {
  const groups = new Map(groupsWithTraffic(comparison).map((group) => [group.before.address, group]));
  return comparison.pairs("registrations").flatMap((registration): readonly RunningServer[] => {
    const { before, after } = registration;
    const group = "address" in before.group ? groups.get(before.group.address) : undefined;
    const was = comparison.before.serverOf(before);
    const server = comparison.after.serverOf(after);
    const isSameGroup = "address" in after.group && after.group.address === group?.before.address;
    if (group === undefined || !isSameGroup || was === undefined || server?.address !== was.address)
      return [];
    const isKept = isKeptBy(comparison, was);
    const next = serverWords(server);
    const words = serverWords(was) ?? (isSameUserData(comparison, was) ? next : undefined);
    return [{ group, registration, server, isKept, before: words, after: isKept ? words : next, next }];
  });
}

function isKeptBy(comparison: Comparison, server: Instance | AutoScalingGroup): boolean {
  if (comparison.isReplaced(server)) return false;
  return !("minSize" in server) || templateChange(comparison, server)?.refresh !== "started";
}

function isSameUserData(comparison: Comparison, server: Instance | AutoScalingGroup): boolean {
  if ("minSize" in server) return templateChange(comparison, server) === undefined;
  const differences = comparison.changeOf(server)?.differences ?? [];
  return !differences.some(({ path }) => path === "user_data" || path === "user_data_base64");
}

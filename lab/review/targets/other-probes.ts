import { parseMatcher } from "../../alb";
import { isUnknown, type Registration, type TargetGroup } from "../../topology";
import type { Comparison, Pair } from "../comparison";
import { groupsWithTraffic } from "./group-traffic";
import { probedPort } from "./health-port-closed";
import type { RunningServer } from "./running-servers";

/** Targets that get another health check, and of which nobody here can say whether they pass it. */
export interface OtherProbes {
  readonly group: Pair<TargetGroup>;
  /** Such as `path from /health to /ready`. */
  readonly changes: readonly string[];
  readonly registrations: readonly Registration[];
}

/** @param running servers that say of themselves what they answer are judged by that */
export function otherProbes(
  comparison: Comparison,
  running: readonly RunningServer[],
): readonly OtherProbes[] {
  const changed = groupsWithTraffic(comparison).filter(
    ({ before, after, kind }) => kind === "update" && isProbed(before) && isProbed(after),
  );
  const groups = new Map(changed.map((group) => [group.before.address, group]));
  const found = new Map<string, OtherProbes & { readonly registrations: Registration[] }>();
  if (groups.size === 0) return [];
  const judged = new Set(
    running
      .filter(({ after }) => after?.isCertain === true)
      .map(({ registration }) => registration.after.address),
  );
  for (const registration of comparison.pairs("registrations")) {
    const { before, after } = registration;
    const group = "address" in before.group ? groups.get(before.group.address) : undefined;
    if (group === undefined || judged.has(after.address)) continue;
    if (!("address" in after.group) || after.group.address !== group.after.address) continue;
    const changes = changesFor(group, registration);
    if (changes.length === 0) continue;
    const one = found.get(group.after.address) ?? { group, changes, registrations: [] };
    one.registrations.push(after);
    found.set(group.after.address, one);
  }
  return [...found.values()];
}

function isProbed({ healthCheck: { enabled } }: TargetGroup): boolean {
  return enabled === true;
}

/** What of it asks for something else; how often, and how many times, is no matter of the answer. */
function changesFor(
  { before, after }: Pair<TargetGroup>,
  registration: Pair<Registration>,
): readonly string[] {
  const [was, is] = [before.healthCheck, after.healthCheck];
  const isOtherPort =
    was.port !== is.port && probedPort(before, registration.before) !== probedPort(after, registration.after);
  const codes = after.protocolVersion === "GRPC" ? "GRPC" : "HTTP";
  return [
    ...(isOther(withoutQuery(was.path), withoutQuery(is.path))
      ? [`path from ${was.path} to ${is.path}`]
      : []),
    ...(isOtherPort && isOther(was.port, is.port) ? [`port from ${was.port} to ${is.port}`] : []),
    ...(isOther(was.protocol, is.protocol) ? [`protocol from ${was.protocol} to ${is.protocol}`] : []),
    ...(isNarrower(was.matcher, is.matcher, codes) ? [`matcher from ${was.matcher} to ${is.matcher}`] : []),
  ];
}

function isOther(was: unknown, is: unknown): boolean {
  return was !== is && !isUnknown(was) && !isUnknown(is);
}

function withoutQuery(path: TargetGroup["healthCheck"]["path"]) {
  return isUnknown(path) ? path : path.replace(/\?.*$/s, "");
}

type Matcher = TargetGroup["healthCheck"]["matcher"];

/** Whether a code that counted as success does not any more; what cannot be read is not judged. */
function isNarrower(before: Matcher, after: Matcher, codes: "HTTP" | "GRPC"): boolean {
  if (isUnknown(before) || isUnknown(after) || before === after) return false;
  try {
    const [was, is] = [parseMatcher(before, codes), parseMatcher(after, codes)];
    return Array.from({ length: 500 }, (_, code) => code).some((code) => was(code) && !is(code));
  } catch {
    return false;
  }
}

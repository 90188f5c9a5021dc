import type { Difference, Instance, Shown, TargetGroup } from "../../topology";
import type { Comparison } from "../comparison";
import { groupFates } from "./target-fates";

/** Registered instances of one group that an apply stops and starts again. */
export interface StoppedServers {
  readonly group: TargetGroup;
  readonly servers: readonly Instance[];
  /** No other target of the group runs meanwhile. */
  readonly isAll: boolean;
}

/** Arguments of an instance that the provider can change only while it is stopped. */
const USER_DATA = ["user_data", "user_data_base64"];
const MACHINE = ["instance_type"];

export function hasOtherUserData(comparison: Comparison, server: Instance): boolean {
  return changes(comparison, server, USER_DATA).length > 0 && !isSameText(comparison, server);
}

/** Such as `instance_type from t3.micro to t3.small`. */
export function machineChanges(comparison: Comparison, server: Instance): readonly string[] {
  return changes(comparison, server, MACHINE).map(({ path, before, after }) =>
    before.kind === "value" && after.kind === "value" && before.value !== null
      ? `${path} from ${String(before.value)} to ${String(after.value)}`
      : path,
  );
}

/** Those that a change in place stops, by group; each in its first group. */
export function stoppedServers(
  comparison: Comparison,
  isStopped: (server: Instance) => boolean,
): readonly StoppedServers[] {
  const told = new Set<string>();
  return groupFates(comparison).flatMap(({ group, fates }) => {
    const instances = fates.flatMap(({ server, fate }) =>
      server !== undefined && !("minSize" in server) && fate !== "gone" ? [server] : [],
    );
    const stopped = instances.filter(isStopped);
    const servers = stopped.filter(({ address }) => !told.has(address));
    for (const { address } of servers) told.add(address);
    return servers.length === 0
      ? []
      : [{ group: group.after, servers, isAll: stopped.length === fates.length }];
  });
}

/** What requests see while some targets are stopped. */
export function courseOfStop({ isAll }: StoppedServers, name: string): readonly string[] {
  return [
    "requests that it still works on are cut off, and others fail with 502 or 504 until the load balancer knows that it is stopped",
    isAll
      ? `every target of ${name} is stopped at about the same time: requests are answered 503 until one runs again`
      : `the other targets of ${name} answer until it runs again and passes its health checks`,
  ];
}

/** Nobody knows before the apply whether its user data is another one: it is stopped if so. */
export function mayHaveOtherUserData(comparison: Comparison, server: Instance): boolean {
  return differencesIn(comparison, server, USER_DATA).some(({ after }) => after.kind === "unknown");
}

function changes(comparison: Comparison, server: Instance, names: readonly string[]): readonly Difference[] {
  return differencesIn(comparison, server, names).filter(
    ({ before, after }) => after.kind !== "unknown" && !(isEmpty(before) && isEmpty(after)),
  );
}

function differencesIn(comparison: Comparison, server: Instance, names: readonly string[]) {
  const change = comparison.changeOf(server);
  return change?.kind === "update" ? change.differences.filter(({ path }) => names.includes(path)) : [];
}

/** Not optimized is what nothing says. */
function isEmpty(shown: Shown): boolean {
  return (
    shown.kind === "not-set" || (shown.kind === "value" && [null, "", false].includes(shown.value as null))
  );
}

/** The same document in another argument, or packed in another way. */
function isSameText({ before, after }: Comparison, { address }: Instance): boolean {
  const [was, is] = [before, after].map(
    ({ topology }) => topology.instances.find((one) => one.address === address)?.userData,
  );
  const isKnown = was !== undefined && is !== undefined && "text" in was && "text" in is;
  return isKnown && was.text === is.text;
}

import type { ResourceChange } from "../../topology";
import type { Comparison } from "../comparison";
import { renamesIn } from "../renames/renames";
import { type DnsRecord, recordsOf } from "./records";

/**
 * What becomes of a record that leads to a load balancer that stays.
 *
 * - `removed`: its name leads nowhere afterwards; a replacement may give it another one
 * - `interrupted`: it is destroyed before it is made again
 * - `refused`: it is to be made again before it is destroyed
 * - `handed-over`: another resource takes its name, in no order
 * - `led-elsewhere`: changed in place
 */
export interface RecordFate {
  readonly kind: "removed" | "interrupted" | "refused" | "handed-over" | "led-elsewhere";
  readonly record: DnsRecord;
  /** Address of the load balancer. */
  readonly balancer: string;
  /** What it becomes, or what takes its name. */
  readonly later?: DnsRecord;
}

/** Records that were not only renamed; what happens to those of a load balancer that goes is no fate of theirs. */
export function recordFates(comparison: Comparison): readonly RecordFate[] {
  const after = recordsOf(comparison.after);
  const renamed = new Set(renamesIn(comparison).map(({ from }) => from.address));
  return recordsOf(comparison.before).flatMap((record) => {
    const balancer = balancerOf(comparison, record);
    if (balancer === undefined || renamed.has(record.resource.address)) return [];
    const fate = fateOf(comparison, record, balancer, after);
    return fate === undefined ? [] : [{ record, balancer, ...fate }];
  });
}

function balancerOf(comparison: Comparison, { targets = [] }: DnsRecord): string | undefined {
  const { loadBalancers } = comparison.before.topology;
  const lb = loadBalancers.find(({ address }) => targets.includes(address));
  return lb === undefined || ["destroy", "replace"].includes(comparison.kindOf(lb)) ? undefined : lb.address;
}

type Fate = Pick<RecordFate, "kind" | "later">;

function fateOf(
  comparison: Comparison,
  record: DnsRecord,
  balancer: string,
  after: readonly DnsRecord[],
): Fate | undefined {
  const { address } = record.resource;
  const change = comparison.changeOf({ address });
  const later = after.find(({ resource }) => resource.address === address);
  const others = after.filter((other) => other !== later && isOfSameName(other, record));
  if (change?.kind === "destroy") return fateOfRemoved(comparison, record, others);
  if (change === undefined || later?.name === undefined) return undefined;
  if (change.kind === "replace" && later.name !== record.name) {
    const fate = fateOfRemoved(comparison, record, others);
    return fate?.kind === "removed" ? { ...fate, later } : fate;
  }
  if (change.kind === "replace") return fateOfReplaced(change, record, later);
  const isThere = later.targets === undefined || later.targets.includes(balancer);
  return change.kind === "update" && !isThere ? { kind: "led-elsewhere", later } : undefined;
}

/** What only writes the same name otherwise replaces nothing. */
function fateOfReplaced(change: ResourceChange, record: DnsRecord, later: DnsRecord): Fate | undefined {
  if (change.forcedBy.length > 0 && change.forcedBy.every((path) => path === "name")) return undefined;
  if (change.first !== "create") return { kind: "interrupted", later };
  return isOtherIdentifier(record, later) ? undefined : { kind: "refused", later };
}

/** @param others records of the same name afterwards */
function fateOfRemoved(
  comparison: Comparison,
  { type }: DnsRecord,
  others: readonly DnsRecord[],
): Fate | undefined {
  const heir = others.find(({ resource }) => comparison.kindOf(resource) === "create");
  if (heir !== undefined) return { kind: "handed-over", later: heir };
  // clients that ask for IPv6 first go on with IPv4
  const isStill = others.some((other) => other.type === type || (type === "AAAA" && other.type === "A"));
  return isStill ? undefined : { kind: "removed" };
}

/** Records of one name that are told apart by an identifier may be there at once. */
function isOtherIdentifier(one: DnsRecord, other: DnsRecord): boolean {
  const [was, is] = [one, other].map(({ resource }) => resource.value("set_identifier"));
  return typeof was === "string" && typeof is === "string" && was !== is;
}

function isOfSameName(one: DnsRecord, other: DnsRecord): boolean {
  return one.name !== undefined && one.name === other.name && one.zone === other.zone;
}

import {
  describeText,
  isUnknown,
  type Link,
  type Listener,
  listed,
  type ResourceChange,
} from "../../topology";
import type { Comparison } from "../comparison";
import { renderDifference } from "../shown";

/** Listeners that are the same to clients: of one load balancer that stays, at one port, else of one address. */
export interface StandingListener {
  readonly before: Listener;
  readonly after: Listener;
}

/** Each listener from before that something still stands for after the change, except where its load balancer goes. */
export function standingListeners(comparison: Comparison): readonly StandingListener[] {
  const later = comparison.after.topology.listeners.filter(isOne);
  return comparison.before.topology.listeners.flatMap((before) => {
    if (!isOne(before) || !hasStandingBalancer(comparison, before)) return [];
    const own = later.filter(({ loadBalancer }) => isSameLink(loadBalancer, before.loadBalancer));
    const after =
      own.find(({ port }) => !isUnknown(port) && port === before.port) ??
      own.find(({ address }) => address === before.address);
    return after === undefined ? [] : [{ before, after }];
  });
}

/** Whether the load balancer of a listener is neither destroyed nor replaced; then what becomes of it is told there. */
export function hasStandingBalancer(comparison: Comparison, { loadBalancer }: Listener): boolean {
  if (isUnknown(loadBalancer)) return false;
  if (!("address" in loadBalancer)) return true;
  const kind = comparison.kindOf(loadBalancer);
  return kind !== "destroy" && kind !== "replace";
}

/** Whether clients get a certificate of a listener; of one whose protocol nobody knows, they may. */
export function mayShowCertificate({ protocol }: Listener): boolean {
  return isUnknown(protocol) || protocol === "HTTPS" || protocol === "TLS";
}

export function isSameLink(one: Link, other: Link): boolean {
  return !isUnknown(one) && !isUnknown(other) && keyOf(one) === keyOf(other);
}

/** An address or an ARN; undefined where nobody knows. */
export function keyOf(link: Link): string | undefined {
  if (isUnknown(link)) return undefined;
  return "address" in link ? link.address : link.external;
}

/** As people say it: `HTTPS 443 of shop`. */
export function nameOfEntrance(
  { labels }: Comparison,
  side: "before" | "after",
  { protocol, port, loadBalancer }: Listener,
): string {
  return `${describeText(protocol)} ${describeText(port)} of ${labels[side].to(loadBalancer)}`;
}

/** Why something is replaced, with the values: `, forced by name ("shop" before, "store" after)`; empty: nobody says. */
export function forcedBy({ forcedBy: paths, differences, reason }: ResourceChange): string {
  if (reason === "replace_by_request") return ", on request";
  if (reason === "replace_because_tainted") return ", because it is tainted";
  const texts = paths.map((path) => {
    const difference = differences.find((one) => one.path === path);
    if (difference === undefined) return path;
    const { before, after } = renderDifference(difference);
    return `${path} (${before} before, ${after} after)`;
  });
  return texts.length === 0 ? "" : `, forced by ${listed(texts)}`;
}

/** It stands for one listener, not for as many as `count` says. */
function isOne({ instances }: Listener): boolean {
  return instances === undefined;
}

import { follow, isUnknown, type Registration, type SecurityGroupRule } from "../../topology";
import type { Comparison } from "../comparison";

/** Addresses of ingress rules that let requests to a port of a target in before, and are taken away or changed. */
export function closedPorts(
  comparison: Comparison,
  registration: Registration,
  port: number,
): readonly string[] {
  const server = comparison.before.serverOf(registration);
  if (server === undefined || isUnknown(server.securityGroups)) return [];
  const found = server.securityGroups.flatMap((link) => {
    const rules = follow(comparison.before.topology.securityGroups, link)?.rules ?? [];
    return isUnknown(rules) ? [] : rules.filter((rule) => admits(rule, port));
  });
  const closing = found.filter(({ address }) => !staysOpen(comparison, address, port));
  return closing.length === found.length ? [...new Set(closing.map(({ address }) => address))] : [];
}

function admits({ direction, protocol, fromPort, toPort }: SecurityGroupRule, port: number): boolean {
  if (direction !== "ingress") return false;
  if (protocol === "-1") return true;
  if (isUnknown(fromPort) || isUnknown(toPort)) return false;
  return (protocol === "tcp" || protocol === "6") && fromPort <= port && port <= toPort;
}

function staysOpen({ after }: Comparison, address: string, port: number): boolean {
  return after.topology.securityGroups.some(
    ({ rules }) => !isUnknown(rules) && rules.some((rule) => rule.address === address && admits(rule, port)),
  );
}

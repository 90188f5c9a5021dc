import {
  describeText,
  isUnknown,
  type LoadBalancer,
  labelOf,
  type Registration,
  type TargetGroup,
} from "../../topology";
import type { Fact, GroupPart } from "../diagram";
import { type Drawn, partOf, type Sides } from "./sides";
import { targetOf } from "./targets";

/** A target group with its targets. */
export function groupOf(
  sides: Sides,
  group: Drawn<TargetGroup>,
  lb: Drawn<LoadBalancer> | undefined,
): GroupPart {
  const { now, mark } = group;
  const facts = [
    sides.fact(group, "protocol", describeTraffic),
    ...(now.targetType === "lambda" ? [] : [sides.fact(group, "health check", describeHealthCheck)]),
  ];
  const targets = registrationsOf(sides, now.address).map((one) => targetOf(sides, one, group, lb));
  const many: readonly Fact[] = now.instances
    ? [{ about: "how many", text: `how many: ${now.instances.unknown}` }]
    : [];
  return {
    ...partOf([now.address], [mark], facts),
    key: now.address,
    name: labelOf(now),
    facts: [...facts, ...many],
    targets,
  };
}

const registrations = new WeakMap<Sides, ReadonlyMap<string, readonly Drawn<Registration>[]>>();

function registrationsOf(sides: Sides, address: string): readonly Drawn<Registration>[] {
  let known = registrations.get(sides);
  if (known === undefined) {
    const byGroup = new Map<string, Drawn<Registration>[]>();
    for (const one of sides.all("registrations", (topology) => topology.registrations)) {
      const key = "address" in one.now.group ? one.now.group.address : "";
      byGroup.set(key, [...(byGroup.get(key) ?? []), one]);
    }
    known = byGroup;
    registrations.set(sides, known);
  }
  return known.get(address) ?? [];
}

function describeTraffic({ targetType, protocol, port, protocolVersion }: TargetGroup): string {
  if (protocol === undefined || port === undefined) return `${describeText(targetType)} targets`;
  const version =
    protocolVersion === "HTTP1" || protocol === "TCP" ? "" : `, ${describeText(protocolVersion)}`;
  const kind = targetType === "instance" ? "" : ` to ${describeText(targetType)} targets`;
  return `${describeText(protocol)} ${describeText(port)}${kind}${version}`;
}

function describeHealthCheck({ healthCheck: { enabled, protocol, port, path } }: TargetGroup): string {
  if (enabled === false) return "no health check";
  const where = port === "traffic-port" ? "" : ` on port ${describeText(port)}`;
  const asks = protocol === "HTTP" || isUnknown(protocol) ? "" : `${describeText(protocol)} `;
  const what = protocol === "TCP" ? "TCP" : `${asks}${describeText(path)}`;
  return `health ${what}${where}`;
}

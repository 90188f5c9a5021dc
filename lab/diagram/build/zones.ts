import {
  describeText,
  isKnown,
  isUnknown,
  type Knowable,
  type Link,
  type LoadBalancer,
} from "../../topology";
import { type GroupPart, NO_ZONE, type ZonePart } from "../diagram";
import { find } from "./find";
import type { Drawn, Sides } from "./sides";

/** Zones of a load balancer and of targets, by name, with the subnets that they use there. */
export function zonesOf(
  sides: Sides,
  lb: Drawn<LoadBalancer> | undefined,
  groups: readonly GroupPart[],
): readonly ZonePart[] {
  const targets = groups.flatMap((group) => group.targets);
  const enabled = lb === undefined || isUnknown(lb.now.zones) ? [] : lb.now.zones.filter(isKnown);
  const names = [...new Set([...enabled, ...targets.flatMap(({ zones }) => zones)])].sort();
  const used = usedSubnets(sides, lb, targets);
  const zones = names.map((name) => ({ name, subnets: subnetsIn(sides, name, used) }));
  const isAdrift = targets.some((target) => target.zones.length === 0);
  return isAdrift ? [...zones, { name: NO_ZONE, subnets: [] }] : zones;
}

interface Use {
  byBalancer: boolean;
  byTargets: boolean;
}

/** Addresses of subnets, and what is in them. */
function usedSubnets(
  sides: Sides,
  lb: Drawn<LoadBalancer> | undefined,
  targets: readonly { readonly addresses: readonly string[] }[],
): ReadonlyMap<string, Use> {
  const used = new Map<string, Use>();
  const note = (links: Knowable<readonly Link[]> | undefined, by: keyof Use) => {
    for (const link of links === undefined || isUnknown(links) ? [] : links) {
      if (!("address" in link)) continue;
      const use = used.get(link.address) ?? { byBalancer: false, byTargets: false };
      use[by] = true;
      used.set(link.address, use);
    }
  };
  note(lb?.now.subnets, "byBalancer");
  for (const topology of [sides.after, ...(sides.before ? [sides.before] : [])])
    for (const address of targets.flatMap(({ addresses }) => addresses)) {
      const instance = find(topology.instances, { address });
      if (instance?.subnet) note([instance.subnet], "byTargets");
      note(find(topology.autoScalingGroups, { address })?.subnets, "byTargets");
    }
  return used;
}

function subnetsIn(sides: Sides, name: string, used: ReadonlyMap<string, Use>): ZonePart["subnets"] {
  return sides
    .all("subnets", ({ subnets }) => subnets)
    .filter(({ now }) => now.zone === name && used.has(now.address))
    .map(({ now, mark }) => {
      const use = used.get(now.address) as Use;
      const users = [...(use.byBalancer ? ["load balancer"] : []), ...(use.byTargets ? ["targets"] : [])];
      const text = `${describeText(now.cidr)}: ${users.join(", ")}`;
      return { addresses: [now.address], ...(mark && { mark }), text };
    });
}

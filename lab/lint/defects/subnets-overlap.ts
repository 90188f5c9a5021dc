import { isUnknown } from "../../topology";
import { type Network, networkOf, overlaps } from "../cidr";
import type { Defect } from "../defect";
import type { Subject } from "../subject";
import { enumerate, known, quoted } from "../values";

interface Placed {
  readonly at: { readonly address: string; readonly path?: string };
  readonly vpc: string;
  readonly cidr: string;
  readonly network: Network;
}

/** Subnets of a VPC share no address. */
export const subnetsOverlap: Defect = {
  id: "subnets-overlap",
  severity: "error",
  facts: ["N12", "B55"],
  *find(subject) {
    /** The one of each VPC that reaches farthest so far. */
    const reach = new Map<string, Placed>();
    for (const placed of inOrderOfAddresses(subject)) {
      const before = reach.get(placed.vpc);
      if (before === undefined || placed.network.last > before.network.last) reach.set(placed.vpc, placed);
      if (before === undefined || !overlaps(before.network, placed.network)) continue;
      const got = enumerate([before, placed].map(({ at, cidr }) => `${quoted(cidr)} of ${at.address}`));
      yield {
        at: placed.at,
        message: `cidr_block must share no address with another subnet of the VPC, got ${got}`,
        fix: "give one of them a free part of the VPC's network",
      };
    }
  },
};

function inOrderOfAddresses(subject: Subject): readonly Placed[] {
  const placed = subject.topology.subnets.flatMap((subnet) => {
    const cidr = known(subnet.cidr);
    const network = cidr === undefined ? undefined : networkOf(cidr);
    if (cidr === undefined || network === undefined || isUnknown(subnet.vpc)) return [];
    if (subnet.instances || subject.isLookedUp(subnet)) return [];
    return [{ at: subnet, vpc: JSON.stringify(subnet.vpc), cidr, network }];
  });
  return placed.sort((one, other) => one.network.first - other.network.first);
}

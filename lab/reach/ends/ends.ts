import { isUnknown, type Knowable, type Link, type Resource, type Topology } from "../../topology";
import { linksOf, textOf } from "../values";
import { otherEnds } from "./other-ends";

/** Something with a network interface: what traffic comes from, and goes to. */
export interface End {
  readonly address: string;
  readonly kind: "load balancer" | "instance" | "auto scaling group" | "network interface" | "security group";
  readonly securityGroups: Knowable<readonly Link[]>;
  readonly subnets: Knowable<readonly Link[]>;
  /** Absent: not known, or there are several. */
  readonly privateIp?: string;
  /** Whether there may be several, which then reach each other too. */
  readonly isMany: boolean;
  /** Its resource; absent where the end stands for whatever has a security group. */
  readonly resource?: Resource;
}

/** Everything with a network interface that the input declares or looks up, in the order of addresses. */
export function endsOf(topology: Topology): readonly End[] {
  const byAddress = new Map(topology.resources.map((resource) => [resource.address, resource]));
  const resourceOf = (address: string) => {
    const resource = byAddress.get(address);
    return resource === undefined ? {} : { resource };
  };
  const balancers = topology.loadBalancers.map(
    ({ address, securityGroups, subnets, instances }): End => ({
      ...{ address, kind: "load balancer", securityGroups, subnets, isMany: instances !== undefined },
      ...resourceOf(address),
    }),
  );
  const servers = topology.instances.map(
    ({ address, securityGroups, subnet, privateIp, instances }): End => ({
      ...{ address, kind: "instance", securityGroups, isMany: instances !== undefined },
      subnets: subnet === undefined ? { unknown: "it does not say which subnet it is in" } : [subnet],
      ...(!isUnknown(privateIp) && { privateIp }),
      ...resourceOf(address),
    }),
  );
  const scaling = topology.autoScalingGroups.map(
    ({ address, securityGroups, subnets }): End => ({
      ...{ address, kind: "auto scaling group", securityGroups, subnets, isMany: true },
      ...resourceOf(address),
    }),
  );
  const modelled = [...balancers, ...servers, ...scaling];
  const known = new Set(modelled.map(({ address }) => address));
  return [...modelled, ...otherEnds(topology, known)].sort((one, other) =>
    one.address < other.address ? -1 : one.address > other.address ? 1 : 0,
  );
}

/** What stands for everything that has a security group which nothing here has. */
export function unseenWearer(group: Link, vpc: Resource | undefined): End {
  const address = "address" in group ? group.address : "external" in group ? group.external : "?";
  return {
    ...{ address, kind: "security group", securityGroups: [group], isMany: true },
    subnets: { unknown: `nothing here has ${address}` },
    ...(vpc !== undefined && { resource: vpc }),
  };
}

/** Its `Name` tag, where it has one that is known. */
export function tagNameOf({ resource }: End): string | undefined {
  const name = resource && textOf(resource, "tags", "Name");
  return name === undefined || isUnknown(name) ? undefined : name;
}

export function subnetsOf(end: End): readonly Link[] {
  return linksOf(end.subnets);
}

import { describeUnknown } from "./describe";
import { type Element, isUnknown, type Knowable, type Link } from "./known";
import type { Listener } from "./model/listener";
import type { Topology } from "./model/topology";

type Named = Element & { readonly name?: Knowable<string> };

/** What elements of a topology are called in a text. */
export class Labels {
  readonly #byAddress: ReadonlyMap<string, string>;

  constructor(topology: Topology) {
    const { loadBalancers, listeners, targetGroups, instances, autoScalingGroups, securityGroups, subnets } =
      topology;
    const elements: readonly Named[] = [
      ...loadBalancers,
      ...listeners,
      ...targetGroups,
      ...instances,
      ...autoScalingGroups,
      ...securityGroups,
      ...subnets,
    ];
    this.#byAddress = new Map(elements.map((element) => [element.address, labelOf(element)]));
  }

  /** What a link leads to, by name where it has one. */
  to(link: Link): string {
    if (isUnknown(link)) return describeUnknown(link);
    if ("external" in link) return link.external;
    return this.#byAddress.get(link.address) ?? link.address;
  }

  toAll(links: Knowable<readonly Link[]>): readonly string[] {
    return isUnknown(links) ? [describeUnknown(links)] : links.map((link) => this.to(link));
  }
}

/** Name of an element, else where it is declared. */
export function labelOf(element: Named): string {
  const { name } = element;
  return name === undefined || isUnknown(name) || name === "" ? placeOf(element) : name;
}

/** Path of the construct that declares an element, else its Terraform address. */
export function placeOf({ path, address }: Pick<Element, "address" | "path">): string {
  return path ?? address;
}

/** The order in which listeners are shown: by port, one that is not known last. */
export function comparePorts({ port: one }: Listener, { port: other }: Listener): number {
  if (isUnknown(one) || isUnknown(other)) return Number(isUnknown(one)) - Number(isUnknown(other));
  return one - other;
}

import type { Subject } from "../../lint";
import { isUnknown, type Link, type Resource } from "../../topology";

/** A DNS record of Route 53 that says where clients go. */
export interface DnsRecord {
  readonly resource: Resource;
  /** Lower case, without the dot at the end; undefined where nobody knows. */
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** Its hosted zone as it is written; the same text is the same zone. */
  readonly zone: string;
  /** Where it leads, by address where it is a load balancer of this input, else as it is written; undefined: unknown. */
  readonly targets: readonly string[] | undefined;
  /** Seconds for which resolvers keep the answer; undefined where nobody knows. */
  readonly ttlSeconds: number | undefined;
}

/** An alias of a load balancer has its TTL. */
const ALIAS_TTL_SECONDS = 60;

export function recordsOf(subject: Subject): readonly DnsRecord[] {
  const byName = new Map(
    subject.topology.loadBalancers.flatMap(({ dnsName, address }) =>
      isUnknown(dnsName) ? [] : [[plain(dnsName), address] as const],
    ),
  );
  const targetOf = (link: Link): string | undefined => {
    if (isUnknown(link)) return undefined;
    if ("address" in link) return link.address;
    return byName.get(plain(link.external).replace(/^dualstack\./, "")) ?? plain(link.external);
  };
  return subject.resources("aws_route53_record").map((resource) => recordOf(resource, targetOf));
}

function recordOf(resource: Resource, targetOf: (link: Link) => string | undefined): DnsRecord {
  const alias = resource.link("alias", "name");
  const links = alias === undefined ? resource.links("records") : [alias];
  const targets = isUnknown(links) ? [undefined] : links.map(targetOf);
  const [name, type, ttl] = ["name", "type", "ttl"].map((argument) => resource.value(argument));
  return {
    resource,
    name: typeof name === "string" ? plain(name) : undefined,
    type: typeof type === "string" ? type : undefined,
    zone: JSON.stringify(resource.link("zone_id") ?? null),
    targets: targets.every((target) => target !== undefined) ? targets : undefined,
    ttlSeconds: alias
      ? ALIAS_TTL_SECONDS
      : typeof ttl === "number" || typeof ttl === "string"
        ? Number(ttl)
        : undefined,
  };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

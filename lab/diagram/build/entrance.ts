import { describeUnknown, isKnown, isUnknown, type Link, type Resource, type Topology } from "../../topology";
import type { LabelPart } from "../diagram";
import { isLeaving, type Mark, strongest } from "../mark";
import { find } from "./find";
import type { Sides } from "./sides";

/** A resource that stands at the entrance of a load balancer, and what is written of it. */
interface Entrance {
  readonly address: string;
  readonly text: string;
}

/** Web ACLs in front of a load balancer, then DNS names of Route 53 that lead to it; what is marked comes first. */
export function labelsOf({ after, before, marks }: Sides, balancer: string): readonly LabelPart[] {
  const now = entrancesOf(after).get(balancer) ?? [];
  const was = before && (entrancesOf(before).get(balancer) ?? []);
  const stays = new Set(now.map(({ text }) => text));
  const isNew = (text: string) => was !== undefined && !was.some((one) => one.text === text);
  const ended = (was ?? []).filter(({ text }) => !stays.has(text));
  const labels = together([
    ...now.map((one) => ({ ...one, mark: isNew(one.text) ? ("added" as const) : marks.get(one.address) })),
    // it leads elsewhere now, or to nothing
    ...ended.map((one) => ({ ...one, mark: leavingMark(marks.get(one.address)) })),
  ]);
  return [...labels.filter(({ mark }) => mark), ...labels.filter(({ mark }) => !mark)];
}

function leavingMark(mark: Mark | undefined): Mark {
  return isLeaving(mark) ? mark : "destroyed";
}

/** One label for each text: a name often has a record for IPv4 and one for IPv6. */
function together(
  entrances: readonly (Entrance & { readonly mark: Mark | undefined })[],
): readonly LabelPart[] {
  const byText = new Map<string, (Entrance & { readonly mark: Mark | undefined })[]>();
  for (const one of entrances) {
    const known = byText.get(one.text);
    if (known === undefined) byText.set(one.text, [one]);
    else known.push(one);
  }
  return [...byText].map(([text, all]) => {
    const mark = strongest(all.map((one) => one.mark));
    return { addresses: all.map(({ address }) => address), text, ...(mark && { mark }) };
  });
}

const known = new WeakMap<Topology, ReadonlyMap<string, readonly Entrance[]>>();

/** By the address of the load balancer. */
function entrancesOf(topology: Topology): ReadonlyMap<string, readonly Entrance[]> {
  const made = known.get(topology) ?? indexOf(topology);
  known.set(topology, made);
  return made;
}

function indexOf(topology: Topology): ReadonlyMap<string, readonly Entrance[]> {
  const index = new Map<string, Entrance[]>();
  const balancerOf = balancerFinder(topology);
  const note = (link: Link | undefined, entrance: Entrance) => {
    const balancer = link && balancerOf(link);
    if (balancer === undefined) return;
    const own = index.get(balancer);
    if (own === undefined) index.set(balancer, [entrance]);
    else own.push(entrance);
  };
  for (const resource of topology.resources)
    if (
      resource.type === "aws_wafv2_web_acl_association" ||
      resource.type === "aws_wafregional_web_acl_association"
    )
      note(resource.link("resource_arn"), { address: resource.address, text: aclOf(resource, topology) });
  for (const resource of topology.resources)
    if (resource.type === "aws_route53_record")
      for (const link of targetsOf(resource))
        note(link, { address: resource.address, text: nameOf(resource) });
  return index;
}

/** Finds load balancers of a topology by address, or by the DNS name that AWS has given them. */
function balancerFinder({ loadBalancers }: Topology): (link: Link) => string | undefined {
  const keys = new Map<string, string>();
  for (const { address, dnsName } of loadBalancers) {
    keys.set(address, address);
    if (isKnown(dnsName)) keys.set(plain(dnsName), address);
  }
  return (link) => {
    if (isUnknown(link)) return undefined;
    return keys.get("address" in link ? link.address : plain(link.external).replace(/^dualstack\./, ""));
  };
}

function targetsOf(record: Resource): readonly Link[] {
  const alias = record.link("alias", "name");
  if (alias !== undefined) return [alias];
  const links = record.links("records");
  return isUnknown(links) ? [] : links;
}

function nameOf(record: Resource): string {
  const [whole, own] = [record.value("fqdn"), record.value("name")];
  const name = typeof whole === "string" && whole !== "" ? whole : own;
  return `name ${typeof name === "string" && name !== "" ? plain(name) : record.address}`;
}

function aclOf(association: Resource, { resources }: Topology): string {
  const link = association.link("web_acl_arn") ?? association.link("web_acl_id");
  if (link === undefined) return "web ACL not set";
  if (isUnknown(link)) return `web ACL ${describeUnknown(link)}`;
  if ("external" in link)
    return `web ACL ${/:(?:regional|global)\/webacl\/([^/]+)/.exec(link.external)?.[1] ?? link.external}`;
  const name = find(resources, link)?.value("name");
  return `web ACL ${typeof name === "string" && name !== "" ? name : link.address}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

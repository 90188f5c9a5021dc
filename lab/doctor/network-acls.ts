import { BlockList, isIPv4 } from "node:net";
import { type Block, follow, isUnknown, type Link, type Resource, type Subnet } from "../topology";
import type { Case } from "./case";
import type { Target } from "./target";
import { known } from "./words";

/** An entry of a network ACL, read as far as it decides. */
interface Entry {
  readonly number: number;
  readonly allows: boolean;
  readonly from: number;
  readonly to: number;
  readonly cidr: string;
}

/** The network ACL that keeps a load balancer from a target, and how. */
export interface ClosedAcl {
  readonly acl: Resource;
  readonly direction: "ingress" | "egress";
  /** `3000`, or the range to which answers come back. */
  readonly ports: string;
}

/** The first and the last port to which an answer may come back: any between them is as good. */
const ANSWER_PORTS = [1024, 65_535];

/** Network ACLs on the way from the load balancers of a target to one of its ports, and back. */
export function closedAcl(one: Case, target: Target, port: number | undefined): ClosedAcl | undefined {
  const there = target.server && "subnet" in target.server ? subnetOf(one, target.server.subnet) : undefined;
  if (there === undefined || port === undefined) return undefined;
  for (const lb of target.loadBalancers)
    for (const link of known(lb.subnets) ?? []) {
      const here = subnetOf(one, link);
      const found = here && here !== there ? between(one, here, there, port) : undefined;
      if (found !== undefined) return found;
    }
  return undefined;
}

function between(one: Case, here: Subnet, there: Subnet, port: number): ClosedAcl | undefined {
  const answers = `${ANSWER_PORTS[0]}-${ANSWER_PORTS[1]}`;
  return (
    closed(one, here, "egress", [port], there, String(port)) ??
    closed(one, there, "ingress", [port], here, String(port)) ??
    closed(one, there, "egress", ANSWER_PORTS, here, answers) ??
    closed(one, here, "ingress", ANSWER_PORTS, there, answers)
  );
}

function closed(
  one: Case,
  at: Subnet,
  direction: ClosedAcl["direction"],
  ports: readonly number[],
  peer: Subnet,
  words: string,
): ClosedAcl | undefined {
  const acl = one.links
    .resources("aws_network_acl", "aws_default_network_acl")
    .find((candidate) => guards(one, candidate, at));
  const entries = acl && entriesOf(one, acl, direction);
  const cidr = known(peer.cidr);
  if (acl === undefined || entries === undefined || cidr === undefined) return undefined;
  const isOpen = ports.every((port) => allows(entries, port, cidr));
  return isOpen ? undefined : { acl, direction, ports: words };
}

function guards(one: Case, acl: Resource, subnet: Subnet): boolean {
  const own = known(acl.links("subnet_ids")) ?? [];
  const beside = one.links
    .resources("aws_network_acl_association")
    .filter((resource) => leadsTo(resource.link("network_acl_id"), acl))
    .map((resource) => resource.link("subnet_id"));
  return [...own, ...beside].some((link) => leadsTo(link, subnet));
}

/** In the order in which they are asked; undefined when one of them is not known. */
function entriesOf(
  one: Case,
  acl: Resource,
  direction: ClosedAcl["direction"],
): readonly Entry[] | undefined {
  const inline = acl.blocks(direction);
  if (isUnknown(inline)) return undefined;
  const beside = one.links
    .resources("aws_network_acl_rule")
    .filter((rule) => leadsTo(rule.link("network_acl_id"), acl))
    .filter((rule) => (rule.value("egress") === true) === (direction === "egress"));
  const entries = [
    ...inline.map((block) => entryOf(block, "rule_no", "action")),
    ...beside.map((rule) => entryOf(rule, "rule_number", "rule_action")),
  ];
  if (entries.some((entry) => entry === undefined)) return undefined;
  return entries.filter((entry) => entry !== undefined).sort((a, b) => a.number - b.number);
}

function entryOf(block: Block, number: string, action: string): Entry | undefined {
  const [no, does, protocol] = [block.value(number), block.value(action), block.value("protocol")].map(
    String,
  );
  const cidr = block.value("cidr_block");
  const all = protocol === "-1" || protocol === "all";
  const isTcp = all || protocol === "tcp" || protocol === "6";
  const [from, to] = all ? [0, 65_535] : [Number(block.value("from_port")), Number(block.value("to_port"))];
  if (!/^\d+$/.test(no ?? "") || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  if (typeof cidr !== "string" || cidr === "") return NONE;
  return isTcp ? { number: Number(no), allows: does === "allow", from, to, cidr } : NONE;
}

/** An entry of IPv6, or of another protocol: no matter here. */
const NONE: Entry = { number: 0, allows: false, from: 1, to: 0, cidr: "" };

/** The first entry that is about it decides; where none is, nothing passes. */
function allows(entries: readonly Entry[], port: number, cidr: string): boolean {
  const first = entries.find(
    ({ from, to, cidr: block }) => from <= port && port <= to && contains(block, cidr),
  );
  return first?.allows === true;
}

function contains(outer: string, inner: string): boolean {
  const [[network = "", prefix = ""], [address = "", narrow = ""]] = [outer.split("/"), inner.split("/")];
  if (!isIPv4(network) || !isIPv4(address) || Number(prefix) > Number(narrow)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), "ipv4");
  return list.check(address, "ipv4");
}

function subnetOf({ topology }: Case, link: Link | undefined): Subnet | undefined {
  return follow(topology.subnets, link);
}

function leadsTo(link: Link | undefined, element: { readonly address: string }): boolean {
  return link !== undefined && "address" in link && link.address === element.address;
}

import { type Block, isUnknown, type Knowable, type Link, type Resource } from "../../topology";
import type { Ground } from "../ground";
import { addressesOf, EVERYWHERE } from "../sets/addresses";
import type { Intervals } from "../sets/intervals";
import { intersectRegions, type Region, subtractRegions } from "../sets/regions";
import { EVERYTHING, isIcmp, protocolNumber, servicesOf } from "../sets/services";
import { isSame, keyOf, numberOf, textOf } from "../values";
import { adoptedOf } from "./adopted";

/** What the network ACL of a subnet lets through in one direction, and its address; none is declared: everything. */
interface Filter {
  readonly acl?: string;
  readonly allowed: Knowable<readonly Region[]>;
}

interface Entry {
  readonly number: number;
  readonly isAllow: boolean;
  readonly region: Region;
}

const OPEN: readonly Region[] = [{ addresses: EVERYWHERE, services: EVERYTHING }];

export function filterOf(ground: Ground, subnet: Link, direction: "ingress" | "egress"): Filter {
  const acl = aclOf(ground, subnet);
  if (acl === undefined) return { allowed: OPEN };
  if (isUnknown(acl)) return { allowed: acl };
  const entries = entriesOf(ground, acl, direction);
  return { acl: acl.address, allowed: isUnknown(entries) ? entries : allowedBy(entries) };
}

/** Entries in the order of their numbers: the first that fits decides, and what none fits is denied. */
function allowedBy(entries: readonly Entry[]): readonly Region[] {
  const allowed: Region[] = [];
  let left = OPEN;
  for (const { isAllow, region } of [...entries].sort((one, other) => one.number - other.number)) {
    if (isAllow) allowed.push(...intersectRegions(left, [region]));
    left = subtractRegions(left, [region]);
  }
  return allowed;
}

/** `undefined`: the one that a VPC has from the start, which allows everything. */
function aclOf(ground: Ground, subnet: Link): Knowable<Resource> | undefined {
  const [defaults, customs] = [
    ground.resources("aws_default_network_acl"),
    ground.resources("aws_network_acl"),
  ];
  if (isUnknown(subnet))
    return defaults.length + customs.length > 0
      ? { unknown: `which subnet it is: ${subnet.unknown}` }
      : undefined;
  const [association] = ground.byLink("aws_network_acl_association", "subnet_id").to(keyOf(subnet) ?? "");
  if (association !== undefined) {
    const acl = ground.resource(association.link("network_acl_id"));
    return acl ?? { unknown: `the network ACL that ${association.address} names is not declared here` };
  }
  for (const acl of [...customs, ...defaults]) {
    const links = acl.links("subnet_ids");
    if (isUnknown(links)) return { unknown: `the subnets of ${acl.address}: ${links.unknown}` };
    if (links.some((link) => isSame(link, subnet) === true)) return acl;
  }
  const vpc = ground.resource(subnet)?.link("vpc_id");
  return vpc && adoptedOf(ground, "aws_default_network_acl", "default_network_acl_id", vpc);
}

function entriesOf(
  ground: Ground,
  acl: Resource,
  direction: "ingress" | "egress",
): Knowable<readonly Entry[]> {
  if (acl.mode === "data") return { unknown: `the entries of ${acl.address} are not declared here` };
  const inline = acl.blocks(direction);
  if (isUnknown(inline)) return { unknown: `the entries of ${acl.address}: ${inline.unknown}` };
  const isEgress = direction === "egress";
  const standalone = ground
    .resources("aws_network_acl_rule")
    .filter((rule) => ownerKey(rule) === acl.address || ownerKey(rule) === undefined)
    .filter((rule) => (textOf(rule, "egress") === "true") === isEgress);
  const entries = [
    ...inline.map((block) => entryOf(block, "rule_no", "action")),
    ...standalone.map((rule) =>
      ownerKey(rule) === undefined ? undefined : entryOf(rule, "rule_number", "rule_action"),
    ),
  ];
  const known = entries.filter((entry) => entry !== undefined);
  return known.length === entries.length
    ? known.flat()
    : { unknown: `not every entry of ${acl.address} is known` };
}

function ownerKey(rule: Resource): string | undefined {
  return keyOf(rule.link("network_acl_id"));
}

/** One for each block of addresses; `undefined`: not all of it is known. */
function entryOf(block: Block, numberName: string, actionName: string): readonly Entry[] | undefined {
  const number = numberOf(block, numberName);
  const action = textOf(block, actionName);
  const services = servicesOfEntry(block);
  if (typeof number !== "number" || typeof action !== "string" || services === undefined) return undefined;
  const isAllow = action.toLowerCase() === "allow";
  const cidrs = ["cidr_block", "ipv6_cidr_block"].flatMap((name) => textOf(block, name) ?? []);
  const sets = cidrs.map((cidr) => (isUnknown(cidr) ? undefined : addressesOf(cidr)));
  const known = sets.filter((set) => set !== undefined);
  if (known.length !== sets.length) return undefined;
  return known.map((addresses) => ({ number, isAllow, region: { addresses, services } }));
}

function servicesOfEntry(block: Block): Intervals | undefined {
  const protocol = textOf(block, "protocol");
  const code = typeof protocol === "string" ? protocolNumber(protocol) : undefined;
  if (code === undefined) return undefined;
  const [names, rest] = isIcmp(code)
    ? ([
        ["icmp_type", "icmp_code"],
        [-1, -1],
      ] as const)
    : ([
        ["from_port", "to_port"],
        [0, 65_535],
      ] as const);
  const from = numberOf(block, names[0]) ?? rest[0];
  const to = numberOf(block, names[1]) ?? rest[1];
  return isUnknown(from) || isUnknown(to) ? undefined : servicesOf(code, from, to);
}

import { isUnknown, type Link, type Topology } from "../../topology";
import type { Ground } from "../ground";
import { listedAddresses } from "../rules/prefix-lists";
import { addressesOf, INTERNET } from "../sets/addresses";
import { type Intervals, unite } from "../sets/intervals";
import { keyOf, linksOf } from "../values";
import { type End, tagNameOf, unseenWearer } from "./ends";
import { isExactName, isShortName, type Nameable, shortName } from "./names";

/** Somebody that a question or an allowance names. */
export type Party =
  | { readonly kind: "internet"; readonly text: string; readonly addresses: Intervals }
  | { readonly kind: "addresses"; readonly text: string; readonly addresses: Intervals }
  /** Addresses of a list that is kept elsewhere. */
  | { readonly kind: "prefix list"; readonly text: string; readonly key: string }
  | { readonly kind: "ends"; readonly text: string; readonly ends: readonly End[]; readonly group?: Link };

/** Thrown for a name that leads to nothing, or could mean several things. */
export class NameError extends Error {}

/** Words that mean all of a kind. */
const WORDS: Readonly<Record<string, (end: End) => boolean>> = {
  "load balancer": ({ kind }) => kind === "load balancer",
  alb: ({ kind }) => kind === "load balancer",
  servers: ({ kind }) => kind === "instance" || kind === "auto scaling group",
};

/**
 * Whom a name means: `internet`, a CIDR block or address, an id such as `sg-1`, a Terraform address, or a name that
 * people use: of a load balancer, a server, a target group (its targets), a security group, a subnet or a VPC; last of
 * all `alb` and `servers`, for all of a kind. @throws NameError where it means nothing
 */
export function partyOf(ground: Ground, name: string): Party {
  if (name === "internet") return { kind: "internet", text: "the internet", addresses: INTERNET };
  const ends = ground.endsAt(name);
  if (ends.length > 0) return { kind: "ends", text: name, ends };
  const addresses = addressesOf(name);
  if (addresses !== undefined) return { kind: "addresses", text: name, addresses };
  const found =
    among(ground, name, isExactName) ??
    among(ground, name, isShortName) ??
    byWord(ground, name) ??
    byId(ground, name);
  if (found) return found;
  const known = [
    ...ground.ends.map((end) => nameOfEnd(ground, end)),
    ...ground.topology.targetGroups.map(shortName),
  ];
  throw new NameError(
    `nothing here is named "${name}"; there are: internet, ${[...new Set(known)].join(", ")}`,
  );
}

type IsNamed = (element: Nameable, wanted: string) => boolean;

function among(ground: Ground, name: string, isNamed: IsNamed): Party | undefined {
  const { topology } = ground;
  const isMeant = (element: Nameable) => isNamed(element, name);
  const ends = ground.ends.filter(
    (end) => isMeant(nameableOf(ground, end)) || serverNameOf(topology, end) === name,
  );
  if (ends.some(isBalancer)) return { kind: "ends", text: name, ends: ends.filter(isBalancer) };
  const targets = topology.targetGroups.filter(isMeant).flatMap((group) => targetsOf(ground, group.address));
  const chosen = targets.length > 0 ? targets : ends;
  if (chosen.length > 0) return { kind: "ends", text: name, ends: [...new Set(chosen)] };
  const group = topology.securityGroups.find(isMeant);
  if (group !== undefined) return groupParty(ground, { address: group.address }, name);
  const blocks = [...topology.subnets, ...topology.vpcs]
    .filter(isMeant)
    .flatMap(({ cidr }) => (isUnknown(cidr) ? [] : (addressesOf(cidr) ?? [])));
  return blocks.length > 0 ? { kind: "addresses", text: name, addresses: unite(blocks) } : undefined;
}

function isBalancer({ kind }: End): boolean {
  return kind === "load balancer";
}

function nameableOf({ topology }: Ground, end: End): Nameable {
  const { path } = end.resource ?? {};
  const named = [...topology.loadBalancers, ...topology.autoScalingGroups];
  const name = named.find(({ address }) => address === end.address)?.name ?? tagNameOf(end);
  return { address: end.address, ...(path !== undefined && { path }), ...(name !== undefined && { name }) };
}

function serverNameOf(topology: Topology, { address }: End): string | undefined {
  const server = [...topology.instances, ...topology.autoScalingGroups].find(
    (one) => one.address === address,
  );
  const data = server?.userData;
  return data === undefined || isUnknown(data) ? undefined : data.settings?.serverName;
}

function targetsOf(ground: Ground, group: string): readonly End[] {
  const targets = ground.topology.registrations
    .filter((registration) => keyOf(registration.group) === group)
    .map(({ target }) => keyOf(target));
  return ground.ends.filter(({ address }) => targets.includes(address));
}

/** Those that have a security group; where nothing here has it, what stands for whatever has. */
export function groupParty(ground: Ground, group: Link, text: string): Party {
  const wearers = ground.wearersOf(keyOf(group) ?? "");
  const vpc = ground.resource(ground.group(group)?.vpc);
  const ends = wearers.length > 0 ? wearers : [unseenWearer(group, vpc)];
  return { kind: "ends", text, ends, group };
}

function byWord(ground: Ground, name: string): Party | undefined {
  const isMeant = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined;
  const ends = isMeant === undefined ? [] : ground.ends.filter(isMeant);
  return ends.length > 0 ? { kind: "ends", text: name, ends } : undefined;
}

/** A prefix list, or a security group of elsewhere, by its id. */
function byId(ground: Ground, name: string): Party | undefined {
  const list = ground.resource({ address: name });
  if (/^pl-\w+$/.test(name) || list?.type.includes("prefix_list")) {
    const addresses = list && listedAddresses(ground, { address: name });
    if (addresses !== undefined) return { kind: "addresses", text: name, addresses };
    return { kind: "prefix list", text: name, key: name };
  }
  if (!/^sg-\w+$/.test(name)) return undefined;
  const worn = ground.ends.flatMap(({ securityGroups }) => linksOf(securityGroups));
  const group = worn.find((link) => keyOf(link) === name) ?? { external: name };
  return groupParty(ground, group, name);
}

/** What a person calls an end. */
export function nameOfEnd(ground: Ground, end: End): string {
  return shortName(nameableOf(ground, end));
}

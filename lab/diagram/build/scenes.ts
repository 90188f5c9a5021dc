import {
  isKnown,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
  type TargetGroup,
  type Topology,
} from "../../topology";
import type { BalancerPart, GroupPart, ListenerPart, Scene, TargetPart } from "../diagram";
import { balancerOf, listenersOf } from "./balancers";
import { find } from "./find";
import { groupOf } from "./groups";
import { compareRules, ruleOf } from "./rules";
import type { Drawn, Sides } from "./sides";
import { looseTarget, targetOf } from "./targets";
import { describeLink } from "./words";
import { zonesOf } from "./zones";

/** A scene for each load balancer, and others for what belongs to none. */
export function scenesOf(sides: Sides): readonly Scene[] {
  const drawn = new Map<string, string>();
  const scenes = sides
    .all("loadBalancers", ({ loadBalancers }) => loadBalancers)
    .map((lb) => {
      const isOwn = ({ now }: Drawn<Listener>) =>
        "address" in now.loadBalancer && now.loadBalancer.address === lb.now.address;
      const balancer = balancerOf(sides, lb, listeners(sides).filter(isOwn));
      return sceneOf(sides, balancer, lb, drawn);
    });
  const strays = strayBalancers(sides).map((balancer) => sceneOf(sides, balancer, undefined, drawn));
  const unused = unusedGroups(sides, drawn);
  const rest: readonly Scene[] =
    unused.length === 0
      ? []
      : [{ ...placeOf(sides, undefined, unused), groups: unused, zones: zonesOf(sides, undefined, unused) }];
  return [...scenes, ...strays, ...rest];
}

function listeners(sides: Sides): readonly Drawn<Listener>[] {
  return sides.all("listeners", (topology) => topology.listeners);
}

function targetGroups(sides: Sides): readonly Drawn<TargetGroup>[] {
  return sides.all("targetGroups", (topology) => topology.targetGroups);
}

/** @param drawn name of the load balancer in whose scene a group is drawn, by the group's key; this scene adds its own */
function sceneOf(
  sides: Sides,
  balancer: BalancerPart,
  lb: Drawn<LoadBalancer> | undefined,
  drawn: Map<string, string>,
): Scene {
  const keys = new Set(
    balancer.listeners.flatMap(({ rules }) =>
      rules.flatMap(({ routes }) => routes.map(({ group }) => group)),
    ),
  );
  const byAddress = new Map(targetGroups(sides).map((group) => [group.now.address, group]));
  const groups = [...keys].map((key): GroupPart => {
    const elsewhere = drawn.get(key);
    const group = byAddress.get(key);
    if (group === undefined)
      return { ...nothing(key), facts: [{ about: "where", text: "not declared here" }] };
    const part = groupOf(sides, group, lb);
    if (elsewhere !== undefined)
      return {
        ...nothing(key),
        name: part.name,
        facts: [{ about: "where", text: `drawn with ${elsewhere}` }],
      };
    drawn.set(key, balancer.name);
    return part;
  });
  return { ...placeOf(sides, lb, groups), balancer, groups, zones: zonesOf(sides, lb, groups) };
}

function nothing(key: string): GroupPart {
  return { addresses: [], key, name: key, facts: [], targets: [] };
}

/** Listeners of load balancers that are declared elsewhere, and rules of listeners that are. */
function strayBalancers(sides: Sides): readonly BalancerPart[] {
  const lbs = new Set(
    sides.all("loadBalancers", ({ loadBalancers }) => loadBalancers).map(({ now }) => now.address),
  );
  const byPlace = new Map<string, Drawn<Listener>[]>();
  for (const listener of listeners(sides)) {
    const { loadBalancer } = listener.now;
    if ("address" in loadBalancer && lbs.has(loadBalancer.address)) continue;
    const place = describeLink(loadBalancer);
    byPlace.set(place, [...(byPlace.get(place) ?? []), listener]);
  }
  const balancers = [...byPlace].map(([name, own]) => stray(name, listenersOf(sides, own)));
  const loose = strayListeners(sides);
  return loose.length === 0 ? balancers : [...balancers, stray("load balancer of other listeners", loose)];
}

function stray(name: string, own: readonly ListenerPart[]): BalancerPart {
  const facts = [{ about: "where", text: "not declared here" }];
  return { addresses: [], kind: "Load balancer", name, facts, labels: [], listeners: own };
}

function strayListeners(sides: Sides): readonly ListenerPart[] {
  const known = new Set(listeners(sides).map(({ now }) => now.address));
  const byListener = new Map<string, Drawn<ListenerRule>[]>();
  for (const rule of sides.all("rules", ({ rules }) => rules)) {
    const { listener } = rule.now;
    if ("address" in listener && known.has(listener.address)) continue;
    const place = describeLink(listener);
    byListener.set(place, [...(byListener.get(place) ?? []), rule]);
  }
  return [...byListener].map(([text, rules]) => ({
    addresses: [],
    name: { about: "listens", text },
    facts: [{ about: "where", text: "not declared here" }],
    clients: {
      addresses: [],
      way: { verdict: "unknown" as const, why: "the listener is not declared here" },
      from: [],
    },
    rules: rules.sort(compareRules).map((rule) => ruleOf(sides, rule)),
  }));
}

/** Groups that no rule leads to, targets of groups that are declared elsewhere, and servers that are no targets. */
function unusedGroups(sides: Sides, drawn: ReadonlyMap<string, string>): readonly GroupPart[] {
  const groups = targetGroups(sides)
    .filter(({ now }) => !drawn.has(now.address))
    .map((group): GroupPart => {
      const part = groupOf(sides, group, undefined);
      return { ...part, facts: [...part.facts, { about: "where", text: "used by no listener" }] };
    });
  const known = new Set(targetGroups(sides).map(({ now }) => now.address));
  const registrations = sides.all("registrations", (topology) => topology.registrations);
  const astray = registrations
    .filter(({ now: { group } }) => !("address" in group && known.has(group.address)))
    .map((one) => targetOf(sides, one, undefined, undefined));
  return [
    ...groups,
    ...heap("targets of other target groups", astray),
    ...heap("no target group", looseServers(sides)),
  ];
}

function looseServers(sides: Sides): readonly TargetPart[] {
  const registered = new Set(
    sides
      .all("registrations", (topology) => topology.registrations)
      .flatMap(({ now: { target } }) => ("address" in target ? [target.address] : [])),
  );
  const servers = [
    ...sides.all("instances", ({ instances }) => instances),
    ...sides.all("autoScalingGroups", ({ autoScalingGroups }) => autoScalingGroups),
  ];
  return servers
    .filter(({ now }) => !registered.has(now.address))
    .map((server) => looseTarget(sides, server));
}

function heap(name: string, targets: readonly TargetPart[]): readonly GroupPart[] {
  return targets.length === 0 ? [] : [{ ...nothing(name), targets }];
}

/** Region and networks of a scene, as far as they can be told. */
function placeOf(
  { after }: Sides,
  lb: Drawn<LoadBalancer> | undefined,
  groups: readonly GroupPart[],
): Pick<Scene, "region" | "networks"> {
  const zones =
    lb && isKnown(lb.now.zones)
      ? lb.now.zones.filter(isKnown)
      : groups.flatMap((group) => group.targets.flatMap((target) => target.zones));
  const regions = new Set(zones.map((zone) => /^[a-z]{2}(?:-[a-z]+)+-\d+(?=[a-z]$)/.exec(zone)?.[0]));
  const [only] = regions;
  const region = regions.size === 1 && only !== undefined ? only : after.source.region;
  return { ...(region !== undefined && { region }), networks: networksOf(after, lb) };
}

function networksOf(after: Topology, lb: Drawn<LoadBalancer> | undefined): readonly string[] {
  const subnets = lb && isKnown(lb.now.subnets) ? lb.now.subnets : [];
  const blocks = subnets.map(
    (link) => find(lb?.topology.vpcs ?? after.vpcs, find(lb?.topology.subnets ?? [], link)?.vpc)?.cidr,
  );
  return [...new Set(blocks.filter((block) => typeof block === "string"))];
}

import { counted, listed } from "../../topology";
import type { Fact, GroupPart, RulePart, Scene, TargetPart, Way } from "../diagram";
import { shapeOfTarget } from "./shape";

/** Targets of one group from which on those that are alike are drawn as one. */
const manyTargets = 8;

/** Target groups as one, which lists them. */
export function asOneGroup(members: readonly GroupPart[]): GroupPart {
  const [first] = members as readonly [GroupPart];
  return {
    addresses: members.flatMap(({ addresses }) => addresses),
    ...(first.mark && { mark: first.mark }),
    key: `${members.length} from ${first.key}`,
    name: counted(members.length, "target group"),
    facts: sharedFacts(members),
    targets: asFewTargets(members.flatMap(({ targets }) => targets)),
    members,
  };
}

/** Rules as one, in the order in which they are tried. */
export function asOneRule(members: readonly RulePart[]): RulePart {
  const [first] = members as readonly [RulePart];
  const priorities = members.map(({ priority }) => priority.text);
  const isSame = members.every(({ action }) => action.text === first.action.text);
  return {
    addresses: members.flatMap(({ addresses }) => addresses),
    ...(first.mark && { mark: first.mark }),
    priority: { about: "priority", text: `${priorities[0]} to ${priorities.at(-1)}` },
    conditions: { about: "conditions", text: counted(members.length, "rule") },
    action: isSame ? first.action : { about: "action", text: "each as listed" },
    routes: first.routes,
    members,
  };
}

/** A scene in which no group has a crowd of targets that are all alike. */
export function withFewTargets(scene: Scene): Scene {
  const groups = scene.groups.map((group) =>
    group.targets.length > manyTargets ? { ...group, targets: asFewTargets(group.targets) } : group,
  );
  return { ...scene, groups };
}

function asFewTargets(targets: readonly TargetPart[]): readonly TargetPart[] {
  const byShape = new Map<string, TargetPart[]>();
  for (const target of targets) {
    const shape = shapeOfTarget(target, "alike");
    const known = byShape.get(shape);
    if (known === undefined) byShape.set(shape, [target]);
    else known.push(target);
  }
  return [...byShape.values()].map((members) => {
    const first = members[0] as TargetPart;
    if (members.length === 1) return first;
    const count = members.reduce((sum, member) => sum + (member.count ?? 1), 0);
    const addresses = members.flatMap((member) => member.addresses);
    const shared = {
      name: counted(count, "target"),
      facts: sharedFacts(members),
      way: sharedWay(members),
      count,
    };
    return { ...first, addresses, ...shared };
  });
}

/** Of targets that are all open, all closed, or all not known; the reasons of each of them. */
function sharedWay(targets: readonly TargetPart[]): Way {
  const { why: _, ...way } = (targets[0] as TargetPart).way;
  const whys = [...new Set(targets.flatMap((target) => target.way.why ?? []))];
  return whys.length === 0 ? way : { ...way, why: joinReasons(whys) };
}

/** Reasons that differ in nothing but a port at their end are one, with all ports: no reason is told of another's port. */
function joinReasons(whys: readonly string[]): string {
  const byKind = new Map<string, string[]>();
  for (const why of whys) {
    const [, kind = why, port] = /^(.* port) (\d+)$/.exec(why) ?? [];
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...(port === undefined ? [] : [port])]);
  }
  const texts = [...byKind].map(([kind, ports]) =>
    ports.length === 0 ? kind : ports.length === 1 ? `${kind} ${ports[0]}` : `${kind}s ${upToTwo(ports)}`,
  );
  return texts.length > 1 ? `for each one of these: ${texts.join("; ")}` : texts.join("");
}

/** What parts say of one thing. */
function sharedFacts(parts: readonly { readonly facts: readonly Fact[] }[]): readonly Fact[] {
  const texts = new Map<string, Set<string>>();
  for (const { about, text } of parts.flatMap(({ facts }) => facts)) {
    const known = texts.get(about) ?? new Set();
    texts.set(about, known.add(text));
  }
  return [...texts].map(([about, set]) => ({ about, text: upToTwo([...set]) }));
}

/** All of a few texts, else the first of them and how many others there are. */
function upToTwo(texts: readonly string[]): string {
  return listed(texts.length > 2 ? [texts[0] as string, `${texts.length - 1} others`] : texts);
}

import { counted, listed } from "../../topology";
import type { Fact, GroupPart, RulePart, Scene, TargetPart } from "../diagram";
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
    return { ...first, addresses, name: counted(count, "target"), facts: sharedFacts(members), count };
  });
}

/** What parts say of one thing, up to three of it. */
function sharedFacts(parts: readonly { readonly facts: readonly Fact[] }[]): readonly Fact[] {
  const texts = new Map<string, Set<string>>();
  for (const { about, text } of parts.flatMap(({ facts }) => facts)) {
    const known = texts.get(about) ?? new Set();
    texts.set(about, known.add(text));
  }
  return [...texts].map(([about, set]) => {
    const all = [...set];
    const more = all.length > 2 ? [`${all.length - 1} others`] : all.slice(1);
    return { about, text: listed([all[0] as string, ...more]) };
  });
}

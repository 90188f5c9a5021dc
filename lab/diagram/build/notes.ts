import { counted, listed, unlinked } from "../../topology";
import type { Part, Scene } from "../diagram";
import { MARKS } from "../mark";
import type { Sides } from "./sides";

/** What a reader of the picture has to know of what is not in it. */
export function notesOf(sides: Sides, scenes: readonly Scene[]): readonly string[] {
  return [
    ...(scenes.length === 0
      ? ["There is nothing to draw: no load balancer, target group or server is declared."]
      : []),
    ...undrawnMarks(sides, scenes),
    ...unlinked(sides.after).map(({ message }) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`),
  ];
}

/** How much of what is marked is no part of a picture, such as roles and routes. */
function undrawnMarks({ marks, after, before }: Sides, scenes: readonly Scene[]): readonly string[] {
  const drawn = new Set(scenes.flatMap((scene) => partsOf(scene).flatMap(({ addresses }) => addresses)));
  const left = [...marks].filter(([address]) => !drawn.has(address));
  if (left.length === 0) return [];
  const types = new Map(
    [...(before?.resources ?? []), ...after.resources].map(({ address, type }) => [address, type]),
  );
  const texts = MARKS.flatMap((mark) => {
    const own = left.filter(([, one]) => one === mark);
    return own.length === 0
      ? []
      : [`${own.length} ${mark} (${kindsOf(own.map(([address]) => types.get(address) ?? "unknown type"))})`];
  });
  return [`Not drawn: ${counted(left.length, "other changed resource")}: ${listed(texts)}.`];
}

function kindsOf(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  const sorted = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const texts = sorted.slice(0, 4).map(([type, count]) => (count === 1 ? type : `${type} ${count}`));
  return [...texts, ...(sorted.length > 4 ? [counted(sorted.length - 4, "more type")] : [])].join(", ");
}

function partsOf({ balancer, groups, zones }: Scene): readonly Part[] {
  return [
    ...(balancer
      ? [
          balancer,
          ...balancer.labels,
          ...balancer.listeners,
          ...balancer.listeners.flatMap(({ rules, clients }) => [...rules, clients]),
        ]
      : []),
    ...groups.flatMap((group) => [group, ...group.targets]),
    ...zones.flatMap(({ subnets }) => subnets),
  ];
}

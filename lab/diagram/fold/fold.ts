import type { Diagram, GroupPart, ListenerPart, RulePart, Scene } from "../diagram";
import { asOneGroup, asOneRule, withFewTargets } from "./as-one";
import { type Level, levels, shapeOfGroup, shapeOfRule } from "./shape";

export interface FoldOptions {
  /** Rows up to which everything is drawn by itself: a row is a rule or a target group. */
  readonly comfortable: number;
  /** Rows from which on more is drawn as one, up to what is marked. */
  readonly most: number;
}

/** Fewer than this stay apart: a box that stands for three tells less than three boxes. */
const fewest = 4;

/**
 * The same with services of one shape drawn as one, where there are too many. What is marked stays apart as long as it
 * can, and marks are never mixed.
 */
export function fold(diagram: Diagram, { comfortable, most }: FoldOptions): Diagram {
  const whole = { ...diagram, scenes: diagram.scenes.map(withFewTargets) };
  if (rowsOf(whole) <= comfortable) return whole;
  let folded: Diagram = whole;
  for (const level of levels) {
    folded = foldAt(whole, level);
    if (rowsOf(folded) <= most) break;
  }
  return folded;
}

export function rowsOf({ scenes }: Diagram): number {
  const rows = scenes.map(({ balancer, groups }) => {
    const rules = balancer?.listeners.reduce((sum, listener) => sum + listener.rules.length, 0) ?? 0;
    return Math.max(rules, groups.length);
  });
  return rows.reduce((sum, count) => sum + count, 0);
}

function foldAt(diagram: Diagram, level: Level): Diagram {
  return { ...diagram, scenes: diagram.scenes.map((scene) => foldScene(scene, level)) };
}

function foldScene(scene: Scene, level: Level): Scene {
  const { balancer, groups } = scene;
  const users = usersOf(scene);
  const shapes = groups.map((group) => {
    const used = users.get(group.key) ?? [];
    const isWatched = used.some(({ rule: { mark } }) => mark !== undefined && !level.marks.includes(mark));
    const shape = isWatched ? undefined : shapeOfGroup(group, level);
    return shape && JSON.stringify([shape, [...new Set(used.map(({ place }) => place))]]);
  });
  const keys = new Map(groups.map(({ key }) => [key, key]));
  const folded = together(groups, shapes, (members) => {
    const one = asOneGroup(members);
    for (const { key } of members) keys.set(key, one.key);
    return one;
  });
  if (balancer === undefined) return { ...scene, groups: folded };
  const listeners = balancer.listeners.map((listener) => foldListener(listener, keys, level));
  return { ...scene, groups: folded, balancer: { ...balancer, listeners } };
}

function foldListener(listener: ListenerPart, keys: ReadonlyMap<string, string>, level: Level): ListenerPart {
  const rerouted = listener.rules.map((rule): RulePart => {
    const routes = rule.routes.map((route) => ({ ...route, group: keys.get(route.group) ?? route.group }));
    return { ...rule, routes };
  });
  const shapes = rerouted.map((rule) =>
    shapeOfRule(
      rule,
      rule.routes.map(({ group }) => group),
      level,
    ),
  );
  return { ...listener, rules: together(rerouted, shapes, asOneRule) };
}

/** Which rules lead to each group, by its key; the place is the listener, or its default. */
function usersOf({
  balancer,
}: Scene): ReadonlyMap<string, { readonly place: string; readonly rule: RulePart }[]> {
  const users = new Map<string, { readonly place: string; readonly rule: RulePart }[]>();
  for (const [at, { rules }] of (balancer?.listeners ?? []).entries())
    for (const rule of rules)
      for (const { group } of rule.routes) {
        const known = users.get(group) ?? [];
        known.push({ place: rule.priority.text === "default" ? `${at} default` : `${at}`, rule });
        users.set(group, known);
      }
  return users;
}

/** Items of one shape as one, where the first of them was. */
function together<T extends RulePart | GroupPart>(
  items: readonly T[],
  shapes: readonly (string | undefined)[],
  join: (members: readonly T[]) => T,
): readonly T[] {
  const byShape = new Map<string, T[]>();
  for (const [at, item] of items.entries()) {
    const shape = shapes[at];
    if (shape !== undefined) byShape.set(shape, [...(byShape.get(shape) ?? []), item]);
  }
  const done = new Set<string>();
  return items.flatMap((item, at) => {
    const shape = shapes[at];
    const members = shape === undefined ? [] : (byShape.get(shape) ?? []);
    if (shape === undefined || members.length < fewest) return [item];
    if (done.has(shape)) return [];
    done.add(shape);
    return [join(members)];
  });
}

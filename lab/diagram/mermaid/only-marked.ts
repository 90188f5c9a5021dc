import type { Diagram, RulePart, Scene } from "../diagram";

/** A diagram without services that stay as they are, which says how many it leaves out. */
export function onlyMarked(diagram: Diagram): Diagram {
  const scenes = diagram.scenes
    .map(keepMarked)
    .filter(({ balancer, groups }) => balancer || groups.length > 0);
  const left = countOf(diagram.scenes) - countOf(scenes);
  const note = `Left out: ${left} rules and target groups that stay as they are`;
  return { ...diagram, scenes, notes: left > 0 ? [note, ...diagram.notes] : diagram.notes };
}

function keepMarked(scene: Scene): Scene {
  const { balancer, groups } = scene;
  const hasMark = new Set(
    groups.flatMap(({ key, mark, targets }) =>
      (mark ?? targets.some((target) => target.mark)) ? [key] : [],
    ),
  );
  const isKept = ({ mark, routes }: RulePart) =>
    mark !== undefined || routes.some(({ group }) => hasMark.has(group));
  const listeners = (balancer?.listeners ?? []).map((one) => ({ ...one, rules: one.rules.filter(isKept) }));
  const led = new Set(
    listeners.flatMap(({ rules }) => rules.flatMap(({ routes }) => routes.map(({ group }) => group))),
  );
  const changed = listeners.filter(
    ({ mark, rules, clients }) => mark ?? (rules.length > 0 || clients.way.was),
  );
  const { balancer: _, ...rest } = scene;
  const isSeen =
    balancer !== undefined && ([balancer, ...balancer.labels].some(({ mark }) => mark) || changed.length > 0);
  return {
    ...rest,
    groups: groups.filter(({ key }) => hasMark.has(key) || led.has(key)),
    ...(isSeen && { balancer: { ...balancer, listeners: changed } }),
  };
}

function countOf(scenes: readonly Scene[]): number {
  return scenes.reduce((sum, { balancer, groups }) => {
    const rules =
      balancer?.listeners.reduce((rulesSoFar, listener) => rulesSoFar + listener.rules.length, 0) ?? 0;
    return sum + rules + groups.length;
  }, 0);
}

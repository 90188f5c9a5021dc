import type { GroupPart, RulePart, TargetPart } from "../diagram";
import { MARKS, type Mark } from "../mark";

/** How much alike parts must be to be drawn as one, and which marks they may have; marks are never mixed. */
export interface Level {
  readonly likeness: "same" | "alike";
  readonly marks: readonly Mark[];
}

/** Each level draws more as one than the one before it. */
export const levels: readonly Level[] = [
  { likeness: "same", marks: [] },
  { likeness: "alike", marks: [] },
  { likeness: "same", marks: ["added"] },
  { likeness: "same", marks: MARKS },
  { likeness: "alike", marks: MARKS },
];

/** What groups have in common that are drawn as one; undefined: this one is drawn alone. */
export function shapeOfGroup(group: GroupPart, { likeness, marks }: Level): string | undefined {
  const parts = [group, ...group.targets];
  if (parts.some(({ mark }) => mark !== undefined && !marks.includes(mark))) return undefined;
  if (group.facts.length === 0 || group.targets.some(({ way }) => way.was !== undefined)) return undefined;
  const targets = group.targets.map((target) => shapeOfTarget(target, likeness));
  const facts = likeness === "same" ? group.facts.map(({ text }) => text) : [];
  return JSON.stringify([group.mark, facts, likeness === "same" ? targets : [...new Set(targets)]]);
}

export function shapeOfTarget({ mark, zones, way, facts }: TargetPart, likeness: Level["likeness"]): string {
  return JSON.stringify([mark, zones, way.verdict, way.was, likeness === "same" ? facts : []]);
}

/** @param keys what each route of the rule leads to, once groups are drawn as one */
export function shapeOfRule(rule: RulePart, keys: readonly string[], { marks }: Level): string | undefined {
  const { mark, priority, action, routes } = rule;
  if (priority.text === "default" || (mark !== undefined && !marks.includes(mark))) return undefined;
  const does =
    routes.length > 0
      ? routes.map(({ weight }, at) => [keys[at], weight])
      : action.text.split(" ").slice(0, 2);
  return JSON.stringify([mark, does]);
}

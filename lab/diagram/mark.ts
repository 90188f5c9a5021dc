import type { ChangeKind, ResourceChange } from "../topology";

/** What happens to something that is drawn. */
export type Mark = "added" | "changed" | "replaced" | "destroyed";

/** All marks, in the order of a legend. */
export const MARKS: readonly Mark[] = ["added", "changed", "replaced", "destroyed"];

/** Terraform's own signs, so that no mark is told by its colour alone. */
export const signOf: Readonly<Record<Mark, string>> = {
  added: "+",
  changed: "~",
  replaced: "±",
  destroyed: "−",
};

/**
 * What a plan does to each address. What Terraform only forgets stays as it is in AWS, and what a replacement has left
 * behind is no part of the topology: neither has a mark.
 */
export function marksOf(changes: readonly ResourceChange[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const { address, kind, deposed } of changes) {
    const mark = markOfKind[kind];
    if (mark !== undefined && deposed === undefined) marks.set(address, mark);
  }
  return marks;
}

/** An action that this version does not know is a change at least. */
const markOfKind: Readonly<Record<ChangeKind, Mark | undefined>> = {
  create: "added",
  update: "changed",
  replace: "replaced",
  destroy: "destroyed",
  other: "changed",
  forget: undefined,
  nothing: undefined,
};

/** The mark of something that several resources make up: what ends outweighs what begins. */
export function strongest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  return (["destroyed", "replaced", "added", "changed"] as const).find((mark) => marks.includes(mark));
}

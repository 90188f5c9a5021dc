import type { ChangeKind, ResourceChange } from "../topology";

/** What happens to something that is drawn. */
export type Mark = "added" | "changed" | "replaced" | "destroyed" | "forgotten";

/** All marks, in the order of a legend. */
export const MARKS: readonly Mark[] = ["added", "changed", "replaced", "destroyed", "forgotten"];

/** Terraform's own signs, its dot larger, so that no mark is told by its colour alone. */
export const signOf: Readonly<Record<Mark, string>> = {
  added: "+",
  changed: "~",
  replaced: "±",
  destroyed: "−",
  forgotten: "•",
};

/** A mark in words, with its sign. Something that is forgotten stays as it is in AWS, and nobody there is told. */
export function describeMark(mark: Mark): string {
  return `${signOf[mark]} ${mark === "forgotten" ? "let go of" : mark}`;
}

/** What will be declared no more, and is drawn as it was. */
export function isLeaving(mark: Mark | undefined): mark is "destroyed" | "forgotten" {
  return mark === "destroyed" || mark === "forgotten";
}

/** What a plan does to each address. What a replacement has left behind is no part of the topology and has no mark. */
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
  forget: "forgotten",
  nothing: undefined,
};

/** The mark of something that several resources make up: what ends outweighs what begins. */
export function strongest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  return (["destroyed", "replaced", "forgotten", "added", "changed"] as const).find((mark) =>
    marks.includes(mark),
  );
}

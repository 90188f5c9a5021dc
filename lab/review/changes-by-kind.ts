import type { PlanChanges, ResourceChange } from "../topology";
import { compareTexts } from "./compare-texts";
import { isDrift } from "./drift";

/** Changes as they are told: what hurts most first. */
export interface ChangesByKind {
  readonly destroyed: readonly ResourceChange[];
  readonly replaced: readonly ResourceChange[];
  readonly forgotten: readonly ResourceChange[];
  readonly updated: readonly ResourceChange[];
  readonly created: readonly ResourceChange[];
  readonly imported: readonly ResourceChange[];
  /** At another address; they may be updated as well. */
  readonly moved: readonly ResourceChange[];
  /** An action that this version does not know. */
  readonly notUnderstood: readonly ResourceChange[];
  /** What stays as it is, and what is only read. */
  readonly counts: { readonly unchanged: number; readonly reads: number };
  readonly deferred: readonly string[];
  /** Not as Terraform left it; nobody planned that. Values that AWS has filled in are none. */
  readonly drifted: readonly ResourceChange[];
}

export function changesByKind({ changes, reads, drifted, deferred }: PlanChanges): ChangesByKind {
  const of = (isMeant: (change: ResourceChange) => boolean) =>
    changes.filter(isMeant).sort((one, other) => compareTexts(one.address, other.address));
  const kind = (name: ResourceChange["kind"]) => of((change) => change.kind === name);
  return {
    destroyed: kind("destroy"),
    replaced: kind("replace"),
    forgotten: kind("forget"),
    updated: kind("update"),
    created: kind("create"),
    imported: of(({ isImported }) => isImported === true),
    moved: of(({ previousAddress }) => previousAddress !== undefined),
    notUnderstood: kind("other"),
    counts: { unchanged: kind("nothing").length, reads },
    deferred,
    drifted: drifted.filter(isDrift).sort((one, other) => compareTexts(one.address, other.address)),
  };
}

/** `1 to destroy, 2 to replace, 3 to update, 4 to create`; what there is none of is left out. */
export function countChanges(changes: PlanChanges): string {
  const { destroyed, replaced, forgotten, updated, created, imported, moved, notUnderstood, deferred } =
    changesByKind(changes);
  const counts: readonly (readonly [number, string])[] = [
    [destroyed.length, "to destroy"],
    [replaced.length, "to replace"],
    [forgotten.length, "to let go of"],
    [updated.length, "to update"],
    [created.length, "to create"],
    [imported.length, "to import"],
    [moved.length, "moved"],
    [notUnderstood.length, "not understood"],
    [deferred.length, "left to a later plan"],
  ];
  const named = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return named.length === 0 ? "no changes" : named.join(", ");
}

import { type Json, listOf, member, memberAt, textOf } from "../graph/json";
import type { TopologyInput } from "../input";
import type { ChangeKind, Difference, PlanChanges, ResourceChange } from "../model/change";
import { differencesBetween } from "./differences";

/** What a plan changes; undefined for an input that is no plan. */
export function changesOf({ kind, json }: TopologyInput): PlanChanges | undefined {
  if (kind !== "plan") return undefined;
  // Terraform leaves the list out where there is nothing, but never the values that are to be
  if (member(json, "resource_changes") === undefined && member(json, "planned_values") === undefined)
    return undefined;
  const changes = listOf(member(json, "resource_changes"));
  return {
    changes: changes.filter(isManaged).map((change) => new PlannedChange(change)),
    reads: changes.filter((change) => !isManaged(change)).length,
    drifted: listOf(member(json, "resource_drift"))
      .filter((drift) => isManaged(drift) && kindOf(drift) !== "nothing")
      .map((drift) => new PlannedChange(drift)),
    deferred: listOf(member(json, "deferred_changes")).map((deferred) =>
      addressOf(member(deferred, "resource_change")),
    ),
    ...(member(json, "complete") === false && { isIncomplete: true as const }),
  };
}

/** A change as a plan tells it; its arguments are compared when somebody asks. */
class PlannedChange implements ResourceChange {
  readonly address: string;
  readonly type: string;
  declare readonly previousAddress?: string;
  declare readonly deposed?: string;
  readonly kind: ChangeKind;
  declare readonly first?: "create" | "destroy";
  declare readonly isImported?: true;
  readonly forcedBy: readonly string[];
  declare readonly reason?: string;
  readonly #change: Json | undefined;
  #differences: readonly Difference[] | undefined;

  constructor(change: Json) {
    this.#change = member(change, "change");
    this.address = addressOf(change);
    this.type = textOf(member(change, "type")) ?? "";
    this.kind = kindOf(change);
    this.forcedBy = listOf(member(this.#change, "replace_paths")).map((path) => renderPath(listOf(path)));
    const previousAddress = textOf(member(change, "previous_address"));
    const deposed = textOf(member(change, "deposed"));
    const reason = textOf(member(change, "action_reason"));
    const [first] = listOf(member(this.#change, "actions"));
    Object.assign(this, {
      ...(previousAddress !== undefined && { previousAddress }),
      ...(deposed !== undefined && { deposed }),
      ...(this.kind === "replace" && { first: first === "create" ? "create" : "destroy" }),
      ...(member(this.#change, "importing") !== undefined && { isImported: true }),
      ...(reason !== undefined && { reason }),
    });
  }

  get differences(): readonly Difference[] {
    this.#differences ??= differencesBetween({
      before: member(this.#change, "before"),
      after: member(this.#change, "after"),
      unknownAfter: member(this.#change, "after_unknown"),
      sensitiveBefore: member(this.#change, "before_sensitive"),
      sensitiveAfter: member(this.#change, "after_sensitive"),
    });
    return this.#differences;
  }
}

function isManaged(change: Json): boolean {
  return member(change, "mode") !== "data";
}

function addressOf(change: Json | undefined): string {
  return textOf(member(change, "address")) ?? "a resource without address";
}

const kinds: ReadonlyMap<string, ChangeKind> = new Map([
  ["no-op", "nothing"],
  ["read", "nothing"],
  ["create", "create"],
  ["update", "update"],
  ["delete", "destroy"],
  ["forget", "forget"],
  ["delete,create", "replace"],
  ["create,delete", "replace"],
  ["create,forget", "replace"],
]);

function kindOf(change: Json): ChangeKind {
  return kinds.get(listOf(memberAt(change, "change", "actions")).join()) ?? "other";
}

/** `["rule", 0, "port"]` as `rule[0].port`. */
function renderPath(path: readonly Json[]): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : `${text === "" ? "" : `${text}.`}${step}`,
    "",
  );
}

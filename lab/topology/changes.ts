import { type Json, listOf, member, memberAt, textOf } from "./graph/json";
import type { TopologyInput } from "./input";
import type { ChangeKind, PlanChanges, ResourceChange } from "./model/change";

/** What a plan changes; undefined for an input that is no plan. */
export function changesOf({ kind, json }: TopologyInput): PlanChanges | undefined {
  if (kind !== "plan") return undefined;
  // Terraform leaves the list out where there is nothing, but never the values that are to be
  if (member(json, "resource_changes") === undefined && member(json, "planned_values") === undefined)
    return undefined;
  return {
    changes: listOf(member(json, "resource_changes")).filter(isManaged).map(changeOf),
    drifted: listOf(member(json, "resource_drift"))
      .filter((drift) => isManaged(drift) && kindOf(drift) !== "nothing")
      .map(addressOf),
    deferred: listOf(member(json, "deferred_changes")).map((deferred) =>
      addressOf(member(deferred, "resource_change")),
    ),
  };
}

function isManaged(change: Json): boolean {
  return member(change, "mode") !== "data";
}

function addressOf(change: Json | undefined): string {
  return textOf(member(change, "address")) ?? "a resource without address";
}

function changeOf(change: Json): ResourceChange {
  const previousAddress = textOf(member(change, "previous_address"));
  const deposed = textOf(member(change, "deposed"));
  const reason = textOf(member(change, "action_reason"));
  return {
    address: addressOf(change),
    ...(previousAddress !== undefined && { previousAddress }),
    ...(deposed !== undefined && { deposed }),
    kind: kindOf(change),
    forcedBy: listOf(memberAt(change, "change", "replace_paths")).map((path) => renderPath(listOf(path))),
    ...(reason !== undefined && { reason }),
  };
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

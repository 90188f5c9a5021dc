import { isJsonObject, isSameJson, type Json, listOf, member, memberAt, textOf } from "../json";
import { type ReadBackList, readBackLists } from "./read-back-lists";
import type { RecordedResource } from "./recorded-resource";

/**
 * Takes out of a planned resource what a plan still shows in it, but will not be there: what a resource of its own has
 * added, and Terraform has read back, stays in the list when that resource is destroyed or changed by the plan. AWS takes
 * it away all the same, also where the list is written by now, as nothing in it differs.
 */
export function withoutReadBack(changes: readonly Json[]): (resource: RecordedResource) => RecordedResource {
  const taken = takenBy(changes);
  if (taken.size === 0) return (resource) => resource;
  const owners = new Map(
    changes
      .filter((change) => isOwner(change) && member(change, "deposed") === undefined)
      .map((change) => [textOf(member(change, "address")), member(change, "change")]),
  );
  return (resource) => {
    const change = owners.get(resource.address);
    return isKept(change)
      ? readBackLists.reduce((left, rule) => withoutItems(left, rule, change, taken), resource)
      : resource;
  };
}

function isOwner(change: Json): boolean {
  const type = textOf(member(change, "type")) ?? "";
  return readBackLists.some(({ owners }) => owners.includes(type));
}

/** What is made anew gets what is written in it. */
function isKept(change: Json | undefined): boolean {
  const actions = listOf(member(change, "actions"));
  return actions.length === 1 && ["no-op", "update"].includes(String(actions[0]));
}

/** Items that adders add no more: list, owner and identity as one text. */
function takenBy(changes: readonly Json[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) => {
      const type = textOf(member(change, "type")) ?? "";
      const actions = listOf(memberAt(change, "change", "actions"));
      if (!actions.includes("delete") && !actions.includes("update")) return [];
      const before = memberAt(change, "change", "before");
      return readBackLists.flatMap((rule) => (rule.adders.includes(type) ? keysOf(rule, before) : []));
    }),
  );
}

function keysOf(rule: ReadBackList, adder: Json | undefined): readonly string[] {
  const { link, identity, only } = rule;
  if (only !== undefined && (member(adder, only[0]) === true) !== only[1]) return [];
  const values = identity.map(([argument]) => valueAt(adder, argument));
  return values.every((value) => value === null) ? [] : [keyOf(rule, valueAt(adder, link[0]), values)];
}

function keyOf({ list }: ReadBackList, owner: Json, identity: readonly Json[]): string {
  return JSON.stringify([list, owner, identity]);
}

/** A value, also in a block of which there is one; what is empty is not set. */
function valueAt(value: Json | undefined, path: string): Json {
  const found = path
    .split(".")
    .reduce<Json | undefined>((at, key) => member(Array.isArray(at) ? at[0] : at, key), value);
  return found === undefined || found === "" ? null : found;
}

function withoutItems(
  resource: RecordedResource,
  rule: ReadBackList,
  change: Json | undefined,
  taken: ReadonlySet<string>,
): RecordedResource {
  const { values, type } = resource;
  const { owners, list, link, identity } = rule;
  if (!owners.includes(type) || !isJsonObject(values) || !Array.isArray(values[list])) return resource;
  // positions of what is unknown in it are told apart from it
  if (JSON.stringify(memberAt(change, "after_unknown", list) ?? null).includes("true")) return resource;
  const before = listOf(memberAt(change, "before", list));
  const owner = valueAt(values, link[1]);
  const left = listOf(values[list]).filter((item) => {
    const own = identity.map(([, argument]) => (argument === undefined ? item : valueAt(item, argument)));
    return !taken.has(keyOf(rule, owner, own)) || !before.some((had) => isSameJson(had, item));
  });
  return { ...resource, values: { ...values, [list]: left } };
}

import { resourceAddress, withIndex } from "../address";
import { type Json, listOf, member, textOf } from "../json";
import type { RecordedResource } from "./recorded-resource";

/** Every resource instance of a state file, version 4; objects that are about to be destroyed are left out. */
export function rawStateResources(state: Json): RecordedResource[] {
  return listOf(member(state, "resources")).flatMap((resource) =>
    listOf(member(resource, "instances")).flatMap((instance) => rawInstance(resource, instance) ?? []),
  );
}

function rawInstance(resource: Json, instance: Json): RecordedResource | undefined {
  const [type, name] = ["type", "name"].map((key) => textOf(member(resource, key)));
  if (type === undefined || name === undefined || member(instance, "deposed") !== undefined) return undefined;
  const mode = member(resource, "mode") === "data" ? "data" : "managed";
  const module = textOf(member(resource, "module")) ?? "";
  const key = member(instance, "index_key");
  const index = typeof key === "string" || typeof key === "number" ? key : undefined;
  const own = withIndex(resourceAddress(mode, type, name), index);
  return {
    address: module === "" ? own : `${module}.${own}`,
    mode,
    type,
    name,
    module,
    index,
    values: member(instance, "attributes"),
    sensitive: sensitiveAttributes(instance),
  };
}

/** Arguments of which any part is sensitive. */
function sensitiveAttributes(instance: Json): Json {
  const names = listOf(member(instance, "sensitive_attributes")).flatMap((path) => {
    const first = listOf(path)[0];
    return textOf(member(first, "value")) ?? [];
  });
  return Object.fromEntries(names.map((name) => [name, true]));
}

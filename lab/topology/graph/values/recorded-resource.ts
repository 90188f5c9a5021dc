import { type Json, listOf, member, textOf } from "../json";

/** A resource instance as `terraform show -json` records it. */
export interface RecordedResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** Address of its module instance; empty in the root module. */
  readonly module: string;
  readonly index: string | number | undefined;
  readonly values: Json | undefined;
  /** The same shape as the values, `true` where Terraform hides something. */
  readonly sensitive: Json | undefined;
}

/** Every resource of a module and of the modules in it. */
export function recordedResources(rootModule: Json | undefined): RecordedResource[] {
  const found: RecordedResource[] = [];
  const waiting = [rootModule];
  while (waiting.length > 0) {
    const module = waiting.pop();
    const address = textOf(member(module, "address")) ?? "";
    for (const entry of listOf(member(module, "resources"))) {
      const resource = recordedResource(entry, address);
      if (resource) found.push(resource);
    }
    waiting.push(...listOf(member(module, "child_modules")));
  }
  return found;
}

/** Reads one entry; undefined when it lacks what every resource has. */
export function recordedResource(entry: Json, module: string): RecordedResource | undefined {
  const [address, type, name] = ["address", "type", "name"].map((key) => textOf(member(entry, key)));
  if (address === undefined || type === undefined || name === undefined) return undefined;
  const index = member(entry, "index");
  return {
    address,
    mode: member(entry, "mode") === "data" ? "data" : "managed",
    type,
    name,
    module,
    index: typeof index === "string" || typeof index === "number" ? index : undefined,
    values: member(entry, "values"),
    sensitive: member(entry, "sensitive_values"),
  };
}

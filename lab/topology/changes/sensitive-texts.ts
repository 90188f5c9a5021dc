import { isJsonObject, type Json, type JsonObject, listOf, member, memberAt, membersOf } from "../graph/json";
import type { TopologyInput } from "../input";
import { isMarked } from "./is-marked";

/**
 * Every text and number that Terraform calls sensitive in a plan or in a state, wherever it stands: in what changes, in
 * what a plan starts from, in variables and outputs. What is marked on one side of a change is taken from both.
 */
export function sensitiveTexts({ json }: TopologyInput): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [value, mark] of marked(json)) collect(value, mark, found);
  return found;
}

type Marked = readonly [value: Json | undefined, mark: Json | undefined];

function* marked(json: Json): Generator<Marked> {
  const changes = [
    ...listOf(member(json, "resource_changes")),
    ...listOf(member(json, "resource_drift")),
    ...listOf(member(json, "deferred_changes")).map((deferred) => member(deferred, "resource_change")),
  ].map((change) => member(change, "change"));
  for (const change of [...changes, ...membersOf(member(json, "output_changes")).map(([, output]) => output)])
    yield* sidesOf(change);
  for (const values of [
    member(json, "planned_values"),
    memberAt(json, "prior_state", "values"),
    member(json, "values"),
  ]) {
    yield* resourcesIn(member(values, "root_module"));
    for (const [, output] of membersOf(member(values, "outputs")))
      yield [member(output, "value"), member(output, "sensitive")];
  }
  const declared = memberAt(json, "configuration", "root_module", "variables");
  for (const [name, variable] of membersOf(member(json, "variables")))
    yield [member(variable, "value"), memberAt(declared, name, "sensitive")];
}

function* sidesOf(change: Json | undefined): Generator<Marked> {
  const marks = [member(change, "before_sensitive"), member(change, "after_sensitive")].filter(isMarked);
  for (const value of [member(change, "before"), member(change, "after")])
    for (const mark of marks) yield [value, mark];
}

function* resourcesIn(module: Json | undefined): Generator<Marked> {
  for (const resource of listOf(member(module, "resources")))
    if (isMarked(member(resource, "sensitive_values")))
      yield [member(resource, "values"), member(resource, "sensitive_values")];
  for (const child of listOf(member(module, "child_modules"))) yield* resourcesIn(child);
}

/** A mark is `true`, or has the shape of the value with `true` at some places; most hold none. */
function collect(value: Json | undefined, mark: Json | undefined, found: Set<string>): void {
  if (mark === true) leaves(value, found);
  if (typeof mark !== "object" || mark === null) return;
  const marks = mark as JsonObject;
  for (const key of Object.keys(marks)) {
    const part = marks[key];
    if (part !== false) collect(Array.isArray(value) ? value[Number(key)] : member(value, key), part, found);
  }
}

function leaves(value: Json | undefined, found: Set<string>): void {
  if (typeof value === "string" || typeof value === "number") found.add(String(value));
  else if (Array.isArray(value)) for (const part of value) leaves(part, found);
  else if (isJsonObject(value)) for (const part of Object.values(value)) leaves(part, found);
}

import { isJsonObject, type Json, listOf, member, memberAt } from "../graph/json";
import type { TopologyInput } from "./parse-input";
import { TopologyInputError } from "./topology-input-error";

const LISTS = ["resource_changes", "resource_drift", "deferred_changes"] as const;
const OBJECTS = [
  ["planned_values"],
  ["planned_values", "root_module"],
  ["prior_state"],
  ["prior_state", "values"],
  ["prior_state", "values", "root_module"],
  ["configuration"],
  ["configuration", "root_module"],
] as const;

/**
 * Refuses a plan of which a part is no list or object where Terraform prints one. A topology is read as far as it goes; but
 * what is changed would seem to be nothing.
 * @throws TopologyInputError
 */
export function assertPlanShape({ json: plan }: TopologyInput, where: string): void {
  const wrong =
    LISTS.find((name) => isOther(member(plan, name), Array.isArray)) ??
    OBJECTS.find((path) => isOther(memberAt(plan, ...path), isJsonObject))?.join(".") ??
    wrongModule(memberAt(plan, "planned_values", "root_module"), "planned_values") ??
    wrongModule(memberAt(plan, "prior_state", "values", "root_module"), "prior_state");
  if (wrong === undefined) return;
  const must = "must be a plan as 'terraform show -json' prints it";
  throw new TopologyInputError(where, must, `${wrong} of another shape`, "print the plan again");
}

/** Terraform leaves out what there is none of, or prints null. */
function isOther(value: Json | undefined, isMeant: (value: Json) => boolean): boolean {
  return value !== undefined && value !== null && !isMeant(value);
}

function wrongModule(root: Json | undefined, of: string): string | undefined {
  const waiting = [root];
  while (waiting.length > 0) {
    const module = waiting.pop();
    const [resources, children] = [member(module, "resources"), member(module, "child_modules")];
    if (isOther(resources, Array.isArray) || !listOf(resources).every(isResource))
      return `resources in ${of}`;
    if (isOther(children, Array.isArray) || !listOf(children).every(isJsonObject))
      return `child_modules in ${of}`;
    waiting.push(...listOf(children));
  }
  return undefined;
}

function isResource(entry: Json): boolean {
  return ["address", "type", "name"].every((name) => typeof member(entry, name) === "string");
}

import { isJsonObject, type Json, type JsonObject, member, textOf } from "../graph/json";
import { TopologyInputError } from "./topology-input-error";

/** What a Terraform input is: a configuration in JSON, what `terraform show -json` prints, or a state file. */
export type InputKind = "synth" | "plan" | "state" | "state-file";

const MUST = "must be a synthesized stack, or a plan or state as 'terraform show -json' prints it";
const WHAT = "give it cdk.tf.json, or the output of 'terraform show -json'";

/** Everything that may stand at the top of a Terraform JSON configuration. */
const BLOCKS: ReadonlySet<string> = new Set([
  "//",
  "check",
  "data",
  "ephemeral",
  "import",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
]);

/** Which kind of input it is; anything else is an error that names it. */
export function detectKind(json: Json, where: string): { kind: InputKind; json: JsonObject } {
  if (!isJsonObject(json)) throw new TopologyInputError(where, MUST, nameOf(json), WHAT);
  const has = (key: string) => member(json, key) !== undefined;
  if (has("format_version")) return { kind: shownKind(json, where), json };
  if (has("lineage") || (has("terraform_version") && has("serial"))) {
    checkStateVersion(json, where);
    return { kind: "state-file", json };
  }
  const keys = Object.keys(json);
  if (keys.length > 0 && keys.every((key) => BLOCKS.has(key))) return { kind: "synth", json };
  throw new TopologyInputError(where, MUST, ...instead(json));
}

/** Of `terraform show -json`, which prints a state that is empty without values. */
function shownKind(json: JsonObject, where: string): "plan" | "state" {
  const version = String(member(json, "format_version"));
  if (!/^[01]\./.test(version))
    throw new TopologyInputError(
      where,
      "must have format version 1",
      version.slice(0, 20),
      "use a version of Terraform 1",
    );
  const isPlan = ["planned_values", "resource_changes", "configuration"].some((key) =>
    Object.hasOwn(json, key),
  );
  if (isPlan && member(json, "errored") === true)
    throw new TopologyInputError(
      where,
      "must be a whole plan",
      "one that ended in an error",
      "mend the error and plan again",
    );
  if (isPlan) return "plan";
  if (
    Object.keys(json).every((key) =>
      ["format_version", "terraform_version", "values", "checks"].includes(key),
    )
  )
    return "state";
  throw new TopologyInputError(where, MUST, ...instead(json));
}

function checkStateVersion(json: JsonObject, where: string): void {
  const version = member(json, "version");
  if (version === 4) return;
  const got = `version ${JSON.stringify(version)?.slice(0, 20)}`;
  throw new TopologyInputError(
    where,
    "must be a state file of version 4",
    got,
    "give it the output of 'terraform show -json'",
  );
}

/** What else it looks like, and what to do about that. */
function instead(json: JsonObject): [got: string, todo: string] {
  const has = (key: string) => Object.hasOwn(json, key);
  if (has("stacks")) return ["a manifest", "give it the directory that the manifest is in"];
  if (has("provider_schemas")) return ["the schemas of providers", WHAT];
  if (has("name") && has("version"))
    return [`the package ${textOf(member(json, "name"))?.slice(0, 60)}`, WHAT];
  const keys = Object.keys(json);
  if (keys.length === 0) return ["an empty object", WHAT];
  const shown = keys.slice(0, 3).map((key) => key.slice(0, 30));
  return [`an object with ${shown.join(", ")}${keys.length > 3 ? " and more" : ""}`, WHAT];
}

function nameOf(json: Json): string {
  if (json === null) return "null";
  return Array.isArray(json) ? "a list" : `a ${typeof json}`;
}

import { join, relative, resolve } from "node:path";
import { isJsonObject, type Json, member, membersOf, textOf } from "./graph/json";
import { TopologyInputError } from "./input";
import { readBytes } from "./read-bytes";

/** Path of a stack's configuration in a directory with a CDKTF manifest; without a name there must be one stack. */
export function readStackPath(directory: string, stack: string | undefined): string {
  const stacks = stacksIn(directory);
  const names = stacks.map(([name]) => name);
  if (stack === undefined && names.length > 1)
    throw new TopologyInputError(
      directory,
      "must be one stack",
      listed(names),
      `name it, such as --stack ${names[0]}, or give its path`,
    );
  const wanted = stack ?? names[0];
  const found = stacks.find(([name]) => name === wanted)?.[1];
  if (found === undefined)
    throw new TopologyInputError(directory, `must hold the stack ${stack}`, listed(names), "synthesize it");
  return pathOf(directory, wanted as string, found);
}

/** Paths of all stacks' configurations in a directory with a CDKTF manifest, by name. */
export function readStackPaths(directory: string): ReadonlyMap<string, string> {
  return new Map(stacksIn(directory).map(([name, stack]) => [name, pathOf(directory, name, stack)]));
}

function stacksIn(directory: string): readonly (readonly [name: string, stack: Json])[] {
  const manifest = join(directory, "manifest.json");
  const stacks = membersOf(member(parse(manifest), "stacks"));
  if (stacks.length === 0)
    throw new TopologyInputError(manifest, "must list stacks", "none", "synthesize first");
  return stacks;
}

function pathOf(directory: string, name: string, stack: Json): string {
  const manifest = join(directory, "manifest.json");
  const path = textOf(member(stack, "synthesizedStackPath")) ?? `stacks/${name}/cdk.tf.json`;
  if (relative(resolve(directory), resolve(directory, path)).startsWith(".."))
    throw new TopologyInputError(manifest, "must list stacks of its own directory", path, "synthesize again");
  return join(directory, path);
}

function parse(manifest: string): Json {
  try {
    const json: Json = JSON.parse(Buffer.from(readBytes(manifest)).toString());
    if (isJsonObject(json)) return json;
  } catch (error) {
    if (error instanceof TopologyInputError) throw error;
  }
  throw new TopologyInputError(manifest, "must be CDKTF's manifest", "something else", "synthesize again");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseInput, type TopologyInput, TopologyInputError } from "./input";
import { readBytes, unreadable } from "./read-bytes";
import { readStackPath } from "./read-manifest";

export interface ReadOptions {
  /** Name of the stack to take where there are several. */
  readonly stack?: string;
}

/**
 * Reads a Terraform input: a file, the directory of a synthesized stack, or a directory with `cdktf.out`.
 * @throws TopologyInputError
 */
export function readInput(path: string, options: ReadOptions = {}): TopologyInput {
  const file = readInputPath(path, options);
  return parseInput(readBytes(file), file);
}

/**
 * The file that is read for a path: itself, or one in the directory that it leads to.
 * @throws TopologyInputError
 */
export function readInputPath(path: string, options: ReadOptions = {}): string {
  return isDirectory(path) ? fileOf(path, options) : path;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // opening it says why
  }
}

/** The file to read of a directory. */
function fileOf(directory: string, { stack }: ReadOptions): string {
  const synthesized = join(directory, "cdk.tf.json");
  if (existsSync(synthesized)) return synthesized;
  const output = outputOf(directory);
  if (output !== undefined) return readStackPath(output, stack);
  const names = namesIn(directory);
  const [only, ...others] = names.filter((name) => name.endsWith(".tf.json"));
  if (only !== undefined && others.length === 0) return join(directory, only);
  if (only !== undefined)
    throw new TopologyInputError(directory, "must hold one configuration", `${others.length + 1}`, PLAN);
  if (names.some((name) => name.endsWith(".tf")))
    throw new TopologyInputError(directory, "must hold JSON", "Terraform's own language", PLAN);
  const got = names.length === 0 ? "an empty directory" : `${basename(directory)} without it`;
  throw new TopologyInputError(directory, "must hold cdk.tf.json or cdktf.out", got, "synthesize first");
}

/** The directory with a manifest of stacks that a path leads to; undefined where it leads to a configuration. */
export function outputOf(path: string): string | undefined {
  if (existsSync(join(path, "cdk.tf.json"))) return undefined;
  return [path, join(path, "cdktf.out")].find((output) => existsSync(join(output, "manifest.json")));
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    throw unreadable(directory, error);
  }
}

const PLAN = "plan it and give the output of 'terraform show -json <plan>'";

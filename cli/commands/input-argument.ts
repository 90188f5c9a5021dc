import { Option } from "commander";
import { INPUT_LIMIT_BYTES, parseTopology, readTopology, type Topology } from "../../lab/topology";
import type { Terminal } from "../terminal";

/** Where a synth leaves what it wrote. */
export const defaultInput = "cdktf.out";

/** What an input may be, for the help of a command that reads it once. */
export const inputDescription =
  "cdk.tf.json, stack directory, cdktf.out, plan or state as JSON; - reads standard input";

export interface InputOptions {
  readonly stack?: string;
}

export function stackOption(): Option {
  return new Option("--stack <name>", "stack to take where the input holds several");
}

/** Reads the topology of an input. @throws TopologyInputError */
export async function readInput(
  input: string,
  { stack }: InputOptions,
  terminal: Terminal,
): Promise<Topology> {
  const options = stack === undefined ? {} : { stack };
  if (input === "-") return parseTopology(await terminal.in(INPUT_LIMIT_BYTES), nameOf(input), options);
  return readTopology(input, options);
}

/** What an error calls an input. */
export function nameOf(input: string): string {
  return input === "-" ? "standard input" : input;
}

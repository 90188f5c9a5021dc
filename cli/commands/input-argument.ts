import { Option } from "commander";

/** Where a synth leaves what it wrote. */
export const defaultInput = "cdktf.out";

export function stackOption(): Option {
  return new Option("--stack <name>", "stack to take where the input holds several");
}

import { basename, dirname, resolve } from "node:path";
import { reviewOf, type Sides, type Stack, sidesOfPlan, sidesOfSynths } from "../../lab/review";
import {
  INPUT_LIMIT_BYTES,
  parseInput,
  type ReadStack,
  readInput,
  type TopologyInput,
  TopologyInputError,
} from "../../lab/topology";
import type { Terminal } from "../terminal";

/** Every plan as a stack; one that cannot be read or understood is a failed stack, and the others are still told. */
export async function stacksOfPlans(paths: readonly string[], terminal: Terminal): Promise<readonly Stack[]> {
  const names = namesOf(paths);
  const stacks: Stack[] = [];
  for (const [index, path] of paths.entries()) {
    const name = names[index] as string;
    stacks.push(await stackOf(name, async () => sidesOf(await read(path, terminal), path)));
  }
  return stacks;
}

/**
 * Stacks of two synths, by name: one that is only on one side is created or destroyed as a whole. Where either side is one
 * stack alone, they are the same whatever they are called.
 */
export async function stacksOfSynths(
  base: readonly ReadStack[],
  head: readonly ReadStack[],
): Promise<readonly Stack[]> {
  const [only, ...others] = head;
  const isOne = only !== undefined && others.length === 0 && base.length === 1;
  const inputs = (stacks: readonly ReadStack[]) =>
    new Map(stacks.map(({ name, input }) => [isOne ? only.name : name, input]));
  const [before, after] = [inputs(base), inputs(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const nothing: TopologyInput = { kind: "synth", json: {} };
  return Promise.all(
    names.map((name) =>
      stackOf(name, async () => sidesOfSynths(before.get(name) ?? nothing, after.get(name) ?? nothing)),
    ),
  );
}

async function stackOf(name: string, sides: () => Promise<Sides>): Promise<Stack> {
  try {
    return { name, review: reviewOf(await sides()) };
  } catch (error) {
    if (!(error instanceof TopologyInputError)) throw error;
    return { name, failure: error.message };
  }
}

async function read(path: string, terminal: Terminal): Promise<TopologyInput> {
  if (path === "-") return parseInput(await terminal.in(INPUT_LIMIT_BYTES), "standard input");
  return readInput(path);
}

function sidesOf(input: TopologyInput, path: string): Sides {
  const sides = sidesOfPlan(input);
  if (sides !== undefined) return sides;
  const got = input.kind === "synth" ? "a synthesized stack" : "a state";
  throw new TopologyInputError(
    path === "-" ? "standard input" : path,
    "must be a plan as 'terraform show -json' prints it",
    got,
    "plan with -out and show that file, or compare two synths with --base and --head",
  );
}

/** The name of a file without its ending; of its directory where all files are called alike. */
function namesOf(paths: readonly string[]): readonly string[] {
  const files = paths.map((path) =>
    path === "-" ? "standard input" : basename(path).replace(/(\.tfplan)?\.json$/, ""),
  );
  const isTelling = (name: string) => !/^(tf)?plan$/i.test(name);
  const names = files.map((name, index) => {
    const directory = basename(dirname(resolve(paths[index] as string)));
    return isTelling(name) ? name : directory;
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (paths[index] as string),
  );
}

import { basename, dirname, resolve } from "node:path";
import { reviewOf, type Sides, type Stack, sidesOfPlan, sidesOfSynths } from "../../lab/review";
import {
  assertPlanShape,
  type FoundStack,
  INPUT_LIMIT_BYTES,
  parseInput,
  readInput,
  type TopologyInput,
  TopologyInputError,
} from "../../lab/topology";
import { faultOf } from "../fault";
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
  base: readonly FoundStack[],
  head: readonly FoundStack[],
): Promise<readonly Stack[]> {
  const [only, ...others] = head;
  const isOne = only !== undefined && others.length === 0 && base.length === 1;
  const byName = (stacks: readonly FoundStack[]) =>
    new Map(stacks.map((stack) => [isOne ? only.name : stack.name, stack]));
  const [before, after] = [byName(base), byName(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const inputOf = (stack: FoundStack | undefined): TopologyInput =>
    stack?.read() ?? { kind: "synth", json: {} };
  return Promise.all(
    names.map((name) =>
      stackOf(name, () => sidesOfSynths(inputOf(before.get(name)), inputOf(after.get(name)))),
    ),
  );
}

/** Whatever goes wrong with one stack is told of that stack; the others are still compared. */
async function stackOf(name: string, sides: () => Sides | Promise<Sides>): Promise<Stack> {
  try {
    return { name, review: reviewOf(await sides()) };
  } catch (error) {
    return { name, failure: failureOf(error) };
  }
}

function failureOf(error: unknown): string {
  if (error instanceof TopologyInputError) return error.message;
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
  return faultOf(message);
}

async function read(path: string, terminal: Terminal): Promise<TopologyInput> {
  if (path === "-") return parseInput(await terminal.in(INPUT_LIMIT_BYTES), "standard input");
  return readInput(path);
}

function sidesOf(input: TopologyInput, path: string): Sides {
  if (input.kind === "plan") assertPlanShape(input, path === "-" ? "standard input" : path);
  const sides = sidesOfPlan(input);
  if (sides !== undefined) return sides;
  throw new TopologyInputError(
    path === "-" ? "standard input" : path,
    "must be a plan as 'terraform show -json' prints it",
    kinds[input.kind],
    "plan with -out and show that file, or compare two synths with --base and --head",
  );
}

const kinds: Readonly<Record<TopologyInput["kind"], string>> = {
  plan: "a plan without planned values",
  synth: "a synthesized stack",
  state: "a state",
  "state-file": "a state",
};

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

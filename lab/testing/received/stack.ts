import { CannotJudge } from "../cannot-judge";
import { countAspects, runAspects } from "./aspects";

/** What counts of a construct, whichever version of the library made it. */
export interface ConstructLike {
  readonly node: {
    readonly id: string;
    readonly path: string;
    readonly children: readonly ConstructLike[];
  };
}

/** A stack of CDKTF: other elements have `toTerraform` too, only stacks are prepared. */
export interface StackLike extends ConstructLike {
  toTerraform(): object;
  prepareStack(): void;
}

export function isConstruct(value: object): value is ConstructLike {
  const { node } = value as { readonly node?: Partial<ConstructLike["node"]> | null };
  return typeof node === "object" && node !== null && Array.isArray(node.children);
}

export function isStack(value: object): value is StackLike {
  const { toTerraform, prepareStack } = value as Partial<StackLike>;
  return isConstruct(value) && typeof toTerraform === "function" && typeof prepareStack === "function";
}

const synthesized = new WeakMap<StackLike, { readonly print: string; readonly text: string }>();

/**
 * The Terraform JSON of a stack, as its synth would write it. Its aspects run, validations do not: what they would refuse
 * is for the assertions to say. A stack that has not changed since is not synthesized again; what only a closure knows,
 * such as a lazy value, counts as unchanged.
 */
export function synthesizeStack(stack: StackLike): string {
  const before = printOf(stack);
  const known = synthesized.get(stack);
  if (known !== undefined && known.print === before) return known.text;
  const text = JSON.stringify(terraformOf(stack));
  const print = printOf(stack); // aspects and references to other stacks may have added something
  if (print !== undefined) synthesized.set(stack, { print, text });
  return text;
}

function terraformOf(stack: StackLike): object {
  try {
    runAspects(stack);
    return stack.toTerraform();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotJudge(`the stack ${stack.node.path} cannot be synthesized: ${reason}`);
  }
}

/** A text that differs once anything that a stack is made of does; undefined where none can be made. */
function printOf(stack: StackLike): string | undefined {
  const seen = new WeakSet<object>();
  const once = (_: string, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  };
  try {
    return `${countAspects(stack)} ${JSON.stringify(stack, once)}`;
  } catch {
    return undefined; // some value of a user's construct cannot be written down
  }
}

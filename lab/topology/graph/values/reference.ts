import { parseExpression } from "../expression/parse-expression";
import { Reader } from "../expression/reader";
import type { Expression, Step } from "../expression/syntax";

/** A reference of a plan's configuration: `module.shop["a"].arn` is the root `module` and three more steps. */
export interface Reference {
  readonly text: string;
  readonly root: string;
  readonly steps: readonly (string | number)[];
}

export function parseReference(text: string): Reference | undefined {
  const parsed = parseWhole(text);
  if (parsed === undefined) return undefined;
  const steps = parsed.steps.map(constantStep).filter((step) => step !== undefined);
  return steps.length < parsed.steps.length ? undefined : { text, root: parsed.root, steps };
}

/** One step down the tree of modules. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string | number | undefined;
}

/** Steps from the root module to a module instance such as `module.shop["a"].module.web`. */
export function parseModuleAddress(address: string): readonly ModuleStep[] | undefined {
  if (address === "") return [];
  const parsed = parseWhole(address);
  if (parsed?.root !== "module") return undefined;
  const found: ModuleStep[] = [];
  const [...steps] = parsed.steps;
  for (let step = steps.shift(); step; step = steps.shift()) {
    if (step.kind !== "name") return undefined;
    const key = steps[0]?.kind === "index" ? constantStep(steps[0]) : undefined;
    if (key !== undefined) steps.shift();
    found.push({ name: step.name, key });
    const word = steps.shift();
    if (word && !(word.kind === "name" && word.name === "module")) return undefined;
  }
  return found;
}

/** Terraform lists `a.b.c`, then `a.b` for the same reference; only the longest says something. */
export function longestOnly(references: readonly string[]): readonly string[] {
  const isPart = (short: string, long: string) =>
    long.length > short.length && long.startsWith(short) && /[.[]/.test(long.charAt(short.length));
  return [...new Set(references)].filter((text) => !references.some((other) => isPart(text, other)));
}

function parseWhole(text: string): Extract<Expression, { kind: "reference" }> | undefined {
  const reader = new Reader(text);
  const parsed = parseExpression(reader);
  return parsed?.kind === "reference" && reader.atEnd ? parsed : undefined;
}

function constantStep(step: Step): string | number | undefined {
  if (step.kind === "name") return /^\d+$/.test(step.name) ? Number(step.name) : step.name;
  if (step.kind === "splat" || step.index.kind !== "literal") return undefined;
  const { value } = step.index;
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

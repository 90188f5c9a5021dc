import { withIndex } from "../address";
import { renderReference } from "../expression/render-expression";
import type { Expression, Step } from "../expression/syntax";
import { hidden, list, part, type Term } from "../term";
import type { Instance, Names, ResourceGroup, Scope } from "./scope";

interface Evaluates {
  expression(expression: Expression, scope: Scope): Term;
}

type Reference = Extract<Expression, { kind: "reference" }>;

/** What a reference stands for. */
export function resolveReference(
  { root, steps }: Reference,
  scope: Scope,
  names: Names,
  evaluator: Evaluates,
): Term {
  const walk = (term: Term, rest: readonly Step[]): Term => walkSteps(term, rest, scope, evaluator);
  const text = renderReference(root, steps);
  const [first, second, ...others] = steps;
  const name = nameOf(first);
  if (name === undefined) return hidden(`${text} is not evaluated`);
  if (root === "var") return walk(names.variable(name), steps.slice(1));
  if (root === "local") return walk(names.local(name), steps.slice(1));
  if (root === "each" || root === "count") return walk(repetition(`${root}.${name}`, scope), steps.slice(1));
  if (root === "module") return hidden(`${text} is in a module that is not part of this file`);
  if (root === "path" || root === "terraform" || root === "self") return hidden(`${text} is not evaluated`);
  const isData = root === "data";
  const group = isData
    ? names.resources("data", name, nameOf(second) ?? "")
    : names.resources("managed", root, name);
  if (group === undefined) return hidden(`${text} is not declared`);
  return inGroup(group, isData ? others : steps.slice(1), scope, evaluator);
}

function repetition(name: string, scope: Scope): Term {
  const known = new Map([
    ["each.key", scope.eachKey],
    ["each.value", scope.eachValue],
    ["count.index", scope.countIndex],
  ]);
  return known.get(name) ?? hidden(`${name} is not known here`);
}

function inGroup(group: ResourceGroup, steps: readonly Step[], scope: Scope, evaluator: Evaluates): Term {
  const instances = group.instances();
  const [first, ...rest] = steps;
  const walk = ({ attributes }: Instance, path: readonly Step[]): Term =>
    walkSteps(attributes, path, scope, evaluator);
  if (instances.kind === "unknown") return hidden(instances.reason);
  if (instances.kind === "single") return walk(instances.instance, steps);
  const { byKey } = instances;
  if (first === undefined) return everyInstance(byKey);
  if (first.kind === "splat") return list(() => [...byKey.values()].map((one) => walk(one, rest)));
  const key = keyOf(first, scope, evaluator);
  if (typeof key === "object") return key;
  const instance = byKey.get(key);
  return instance ? walk(instance, rest) : hidden(`${withIndex(group.address, key)} is not declared`);
}

/** A resource with `for_each` is a map, one with `count` a list. */
function everyInstance(byKey: ReadonlyMap<string | number, Instance>): Term {
  const instances = [...byKey.values()];
  if (typeof instances[0]?.index === "number") return list(() => instances.map((one) => one.attributes));
  const at = (key: string): Term => byKey.get(key)?.attributes ?? hidden(`there is no ${key}`);
  return { kind: "map", keys: instances.map(({ index }) => String(index)), at };
}

function walkSteps(term: Term, steps: readonly Step[], scope: Scope, evaluator: Evaluates): Term {
  let reached = term;
  for (const [position, step] of steps.entries()) {
    if (step.kind === "splat") {
      const rest = steps.slice(position + 1);
      const items = reached.kind === "list" ? reached.items() : undefined;
      if (items === undefined) return hidden("[*] of what is not a list");
      return list(() => items.map((item) => walkSteps(item, rest, scope, evaluator)));
    }
    const key = keyOf(step, scope, evaluator);
    if (typeof key === "object") return key;
    reached = part(reached, key);
  }
  return reached;
}

/** The key that a step leads to, or why it is not known. */
function keyOf(step: Step, scope: Scope, evaluator: Evaluates): string | number | Term {
  if (step.kind === "name") return /^\d+$/.test(step.name) ? Number(step.name) : step.name;
  if (step.kind === "splat") return hidden("[*] has no key");
  const index = evaluator.expression(step.index, scope);
  if (index.kind === "scalar" && typeof index.value !== "boolean") return index.value;
  return index.kind === "unknown" ? hidden(index.reason) : hidden("an index that is neither number nor text");
}

function nameOf(step: Step | undefined): string | undefined {
  return step?.kind === "name" ? step.name : undefined;
}

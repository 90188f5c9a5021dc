import { type Action, isUnknown, type Knowable, type Listener, type ListenerRule } from "../../topology";
import { type CompiledCondition, compileCondition, type Part } from "./compile-condition";
import { buildIndex, type RuleIndex } from "./rule-index";

/**
 * A rule's place: its priority; `unset`, which AWS makes the next free one at apply (TF60); `unknown`; or `default`,
 * the rule that every listener ends with (R3).
 */
export type Priority = number | "unset" | "unknown" | "default";

/** A rule of a listener, ready to be compared. */
export interface CompiledRule {
  /** Terraform address of the rule; that of the listener for its default rule. */
  readonly address: string;
  /** Path of the construct that declared it. */
  readonly path?: string;
  readonly priority: Priority;
  readonly actions: Knowable<readonly Action[]>;
  /** All must hold (R6); none for the default rule. In the order of their declaration. */
  readonly conditions: readonly CompiledCondition[];
  /** The same, first what most requests do not fulfil and what is cheap to find out. */
  readonly tests: readonly CompiledCondition[];
}

/** The rules of one listener, ready to answer many requests. */
export interface CompiledListener {
  /** In the order in which they are tried (R4); the default rule is not among them. */
  readonly rules: readonly CompiledRule[];
  readonly defaultRule: CompiledRule;
  /** Whether nobody can doubt the order: each priority is known, and none is there twice. */
  readonly isOrdered: boolean;
  readonly index: RuleIndex;
}

/**
 * Makes rules ready for `decide` and `explain`.
 *
 * @param rules those of this listener, in any order: AWS lists them by age, not by priority (M26)
 */
export function compileListener(
  listener: Pick<Listener, "address" | "path" | "defaultActions">,
  rules: readonly ListenerRule[],
): CompiledListener {
  const compiled = rules.map(compileRule).sort(compareRules);
  const defaultRule: CompiledRule = {
    address: listener.address,
    ...(listener.path !== undefined && { path: listener.path }),
    priority: "default",
    actions: listener.defaultActions,
    conditions: [],
    tests: [],
  };
  const isOrdered = compiled.every((rule, index) => {
    const next = compiled[index + 1];
    return typeof rule.priority === "number" && (next === undefined || !mayComeFirst(next, rule));
  });
  return { rules: compiled, defaultRule, isOrdered, index: buildIndex(compiled) };
}

/** Whether a rule that is tried later here may turn out to be tried earlier by AWS. */
export function mayComeFirst(later: CompiledRule, earlier: CompiledRule): boolean {
  return later.priority === "unknown" || later.priority === earlier.priority;
}

function compileRule({ address, path, priority, actions, conditions }: ListenerRule): CompiledRule {
  const compiled = (isUnknown(conditions) ? [conditions] : conditions).map(compileCondition);
  return {
    address,
    ...(path !== undefined && { path }),
    priority: isUnknown(priority) ? "unknown" : (priority ?? "unset"),
    actions,
    conditions: compiled,
    tests: [...compiled].sort((one, other) => testOrder.indexOf(one.part) - testOrder.indexOf(other.part)),
  };
}

const testOrder: readonly Part[] = ["host", "path", "header", "query", "source", "method", "none"];

/** Known priorities first, then those that follow them at apply, then those of which nothing is known. */
function compareRules(one: CompiledRule, other: CompiledRule): number {
  const byPriority = rank(one.priority) - rank(other.priority);
  if (byPriority !== 0) return byPriority;
  return one.address < other.address ? -1 : Number(one.address > other.address);
}

function rank(priority: Priority): number {
  if (typeof priority === "number") return priority;
  return priority === "unset" ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}

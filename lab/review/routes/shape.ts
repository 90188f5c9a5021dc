import { type CompiledListener, compileListener, decide, type RequestFacts } from "../../alb";
import type { Condition, ListenerRule } from "../../topology";
import type { Clause } from "./clause";

/** The requests that meet all clauses of one of `any`, and not all clauses of one of `except`. */
export interface Shape {
  readonly any: readonly (readonly Clause[])[];
  readonly except: readonly (readonly Clause[])[];
}

/** Tells of requests whether they are of a shape, as a listener would: what is excepted stands before what is meant. */
export function membershipOf({ any, except }: Shape): (request: RequestFacts) => boolean {
  let compiled: CompiledListener | undefined;
  return (request) => {
    const rules = () => [...except, ...any].map((clauses, index) => ruleOf(clauses, index));
    compiled ??= compileListener({ address: "none", defaultActions: [] }, rules());
    const { priority } = decide(compiled, request).rule;
    return typeof priority === "number" && priority > except.length;
  };
}

function ruleOf(clauses: readonly Clause[], index: number): ListenerRule {
  const conditions: readonly Condition[] = clauses.map(({ condition }) => condition);
  const place = { address: String(index), type: "aws_lb_listener_rule", listener: { address: "none" } };
  return { ...place, priority: index + 1, conditions, actions: [] };
}

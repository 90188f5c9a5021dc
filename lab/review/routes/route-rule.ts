import type { CompiledCondition } from "../../alb";
import type { RequestSpace, Test } from "../../lint";
import {
  type Action,
  type Condition,
  isUnknown,
  type Knowable,
  type ListenerRule,
  settle,
  type Unknown,
} from "../../topology";
import { affixesOf, type ConditionAffixes, mayMeet } from "./affixes";
import type { Given } from "./answer";
import { type Clause, clauseOf, compileConditions } from "./clause";
import { keyOf } from "./conditions-key";
import { widestClause } from "./widest";

/** What of a rule decides which requests it takes; the default rule of a listener has no conditions. */
export interface Declared {
  readonly address: string;
  /** `default`: tried last. */
  readonly priority: ListenerRule["priority"] | "default";
  readonly conditions: ListenerRule["conditions"];
  readonly actions: Knowable<readonly Action[]>;
  readonly instances?: Unknown;
}

/** A rule on one side, with the requests that it matches. */
export class RouteRule {
  readonly address: string;
  readonly isDefault: boolean;
  readonly priority: number | "default" | undefined;
  /** The same key: the same conditions, in whatever order. */
  readonly conditionsKey: string;
  /** Why nobody can say what it matches, or whether it is there. */
  readonly doubts: readonly string[];
  readonly #affixes: readonly ConditionAffixes[];
  #clauses: readonly (Clause | undefined)[] | undefined;
  #possible: readonly Clause[] | undefined;
  #compiledOnce: readonly CompiledCondition[] | undefined;

  constructor(
    readonly declared: Declared,
    readonly answer: Given | Unknown,
    private readonly space: RequestSpace,
  ) {
    const { address, priority, conditions, instances } = declared;
    this.address = address;
    this.isDefault = priority === "default";
    this.priority = typeof priority === "object" ? undefined : priority;
    this.conditionsKey = keyOf(conditions);
    this.#affixes = affixesOf(conditions);
    this.doubts = [
      ...(instances === undefined ? [] : [`how many there are is unknown (${instances.unknown})`]),
      ...unknownsOf(conditions),
    ];
  }

  /** A request that meets all of them is matched for certain; undefined: none is. */
  get certain(): readonly Clause[] | undefined {
    if (this.declared.instances !== undefined) return undefined;
    const clauses = this.#all();
    return clauses.every((clause) => clause !== undefined) ? clauses : undefined;
  }

  /** A request that does not meet all of them is not matched for certain. */
  get possible(): readonly Clause[] {
    this.#possible ??= this.#all().flatMap((clause, index) => {
      const isKnown = this.#compiled[index]?.doubts.length === 0;
      const condition = this.#conditions[index] as Condition;
      return (isKnown ? clause : widestClause(this.space, condition)) ?? [];
    });
    return this.#possible;
  }

  /** False: no request matches both. */
  mayMeet(other: RouteRule): boolean {
    return mayMeet(this.#affixes, other.#affixes);
  }

  /** Whether nobody doubts what it matches. */
  get isExact(): boolean {
    return this.doubts.length === 0 && this.certain !== undefined;
  }

  #all(): readonly (Clause | undefined)[] {
    if (this.#clauses !== undefined) return this.#clauses;
    this.#clauses = this.#conditions.map((condition, index) => {
      const compiled = this.#compiled[index];
      return compiled && clauseOf(this.space, condition, compiled);
    });
    return this.#clauses;
  }

  get #compiled(): readonly CompiledCondition[] {
    this.#compiledOnce ??= compileConditions(this.declared.conditions);
    return this.#compiledOnce;
  }

  get #conditions(): readonly Condition[] {
    const { conditions } = this.declared;
    return isUnknown(conditions) ? [conditions] : conditions;
  }
}

export function testsOf(clauses: readonly Clause[]): readonly Test[] {
  return clauses.map(({ test }) => test);
}

function unknownsOf(conditions: Knowable<readonly Condition[]>): readonly string[] {
  const settlement = settle(conditions);
  const reasons = "settled" in settlement ? [] : settlement.unknowns.map(({ reason }) => reason);
  const others = isUnknown(conditions)
    ? []
    : conditions.filter((one) => !isUnknown(one) && one.kind === "other");
  return [
    ...[...new Set(reasons)].map((reason) => `conditions are unknown (${reason})`),
    ...(others.length > 0 ? ["a condition is of a kind that is not known here"] : []),
  ];
}

import { type CompiledListener, compileListener } from "../../alb";
import type { RequestSpace } from "../../lint";
import { isUnknown, type Listener, type ListenerRule } from "../../topology";
import { NOTHING_LISTENS } from "./answer";
import { type ActionPlace, answerOf } from "./answer-of";
import { type Declared, RouteRule } from "./route-rule";

/** A listener as clients meet it on one side of a change; without one nothing listens, and the default rule says so. */
export class Side {
  /** In the order in which they are tried, the default rule last; those whose place nobody knows before it. */
  readonly rules: readonly RouteRule[];
  readonly #places: ReadonlyMap<RouteRule, number>;
  /** Places of rules with the same conditions: the first of them. */
  readonly #firsts = new Map<string, number>();
  #compiled: CompiledListener | undefined;

  constructor(
    readonly listener: Listener | undefined,
    private readonly declared: readonly ListenerRule[],
    place: Omit<ActionPlace, "port" | "protocol">,
    space: RequestSpace,
  ) {
    const own =
      listener === undefined ? undefined : { ...place, port: listener.port, protocol: listener.protocol };
    const make = (rule: Declared) =>
      new RouteRule(rule, own ? answerOf(rule.actions, own) : NOTHING_LISTENS, space);
    const { address = "", defaultActions = [] } = listener ?? {};
    const last: Declared = { address, priority: "default", conditions: [], actions: defaultActions };
    this.rules = [...declared.map(make).sort(inOrder), make(last)];
    this.#places = new Map(this.rules.map((rule, at) => [rule, at]));
    for (const [at, rule] of this.rules.entries())
      if (!this.#firsts.has(rule.conditionsKey)) this.#firsts.set(rule.conditionsKey, at);
  }

  /** Whether the order of all rules is certain, and what each of them matches. */
  get isExact(): boolean {
    return this.isOrdered && this.rules.every(({ doubts }) => doubts.length === 0);
  }

  get isOrdered(): boolean {
    return this.rules.every((rule, at) => {
      const next = this.rules[at + 1];
      return next === undefined || this.isSurelyBefore(rule, next);
    });
  }

  /** Of some rules of this side, the one that is tried last. */
  lastOf(rules: readonly RouteRule[]): RouteRule {
    return rules.reduce((one, other) => (this.placeOf(other) > this.placeOf(one) ? other : one));
  }

  placeOf(rule: RouteRule): number {
    return this.#places.get(rule) as number;
  }

  /** The place of the first rule with the same conditions, or -1. */
  firstLike({ conditionsKey }: RouteRule): number {
    return this.#firsts.get(conditionsKey) ?? -1;
  }

  /** Of two rules of this side (R3, R4). A priority that AWS gives at apply says nothing of the order. */
  isSurelyBefore({ priority: one }: RouteRule, { priority: other }: RouteRule): boolean {
    if (other === "default") return one !== "default";
    return typeof one === "number" && typeof other === "number" && one < other;
  }

  surelyBefore(rule: RouteRule): readonly RouteRule[] {
    return this.rules.filter((other) => this.isSurelyBefore(other, rule));
  }

  /** Those of which nobody can say that they are tried behind it. */
  maybeBefore(rule: RouteRule): readonly RouteRule[] {
    return this.rules.filter((other) => other !== rule && !this.isSurelyBefore(rule, other));
  }

  get compiled(): CompiledListener {
    const { address = "", defaultActions = [] } = this.listener ?? {};
    this.#compiled ??= compileListener({ address, defaultActions }, this.declared);
    return this.#compiled;
  }
}

function inOrder(one: RouteRule, other: RouteRule): number {
  return rank(one) - rank(other) || (one.address < other.address ? -1 : 1);
}

function rank({ priority }: RouteRule): number {
  return typeof priority === "number" ? priority : Number.MAX_SAFE_INTEGER;
}

/** Why the place of a rule is not certain. */
export function doubtOfPlace({ declared: { priority } }: RouteRule): string {
  if (priority === undefined) return "its priority is the next free one at apply";
  if (isUnknown(priority)) return `its priority is unknown (${priority.unknown})`;
  return `another rule has its priority, ${priority}`;
}

import {
  type CompiledListener,
  type CompiledRule,
  compileListener,
  decide,
  type RequestFacts,
} from "../../alb";
import type { Listener, ListenerRule } from "../../topology";
import { memoize } from "../memoize";
import { type Box, everything, type Test, withinAll } from "./box";
import { isPlural } from "./dimensions";
import { areClearlyApart } from "./language";
import { type Chosen, plainRequest } from "./plain-request";
import { type Region, regionOf } from "./region";
import { remainder } from "./remainder";
import type { RequestSpace } from "./request-space";
import { requestOf } from "./witness";

/** Whether any request ends at a rule, its listener's default rule included. */
export type Coverage =
  /** Certainly: `witness` does. */
  | { readonly kind: "reached"; readonly witness: RequestFacts }
  /** No request does: `takers` get them all before, or, where there are none, its conditions contradict each other. */
  | { readonly kind: "never"; readonly takers: readonly CompiledRule[] }
  /** It depends on what is not known, or is too hard to tell. */
  | { readonly kind: "unsure" };

/** Pieces that are searched for a witness. */
const MOST_TRIED = 100;

/** Which requests each rule of one listener answers, for all requests that there are. */
export class ListenerRoutes {
  readonly compiled: CompiledListener;
  /** By address: rules that may be none or many, as their `count` is not known. */
  readonly #uncounted: ReadonlySet<string>;

  constructor(
    readonly space: RequestSpace,
    readonly listener: Pick<Listener, "address" | "path" | "defaultActions" | "port" | "protocol">,
    rules: readonly ListenerRule[],
  ) {
    this.compiled = compileListener(listener, rules);
    const uncounted = rules.filter(({ instances }) => instances !== undefined);
    this.#uncounted = new Set(uncounted.map(({ address }) => address));
  }

  readonly regionOf = memoize((rule: CompiledRule): Region => regionOf(this.space, rule));

  readonly coverageOf = memoize((rule: CompiledRule): Coverage => {
    const witness = this.plainRequestTo(rule) ?? this.requestTo(rule);
    if (witness !== undefined) return { kind: "reached", witness };
    const takers = this.takersOf(rule, this.regionOf(rule).possible);
    return takers === undefined ? { kind: "unsure" } : { kind: "never", takers };
  });

  /**
   * Rules tried before one that take every request that passes some tests: one that does it alone, else as few as
   * possible; none where no request passes them. Undefined: something may be left.
   */
  takersOf(rule: CompiledRule, tests: readonly Test[]): readonly CompiledRule[] | undefined {
    const before = this.#certainlyBefore(rule);
    const left = this.#leftOf(tests, before);
    if (left === "something") return undefined;
    if (this.#leftOf(tests, []) === "nothing") return [];
    const alone = before.find((other) => this.#leftOf(tests, [other]) === "nothing");
    if (alone !== undefined) return [alone];
    return left === "nothing" ? this.#fewest(tests, before) : undefined;
  }

  /** A request that a rule answers for certain, where one value of each condition makes one at once. */
  plainRequestTo(rule: CompiledRule, chosen?: Chosen): RequestFacts | undefined {
    const request = plainRequest(rule, this.#scheme(), chosen);
    const decision = request && decide(this.compiled, request);
    return decision?.rule === rule && decision.unsure.length === 0 ? request : undefined;
  }

  /** Whether a plain request with some values of a rule is taken by a rule for certain. */
  isPlainlyTaken(rule: CompiledRule, chosen: Chosen): boolean {
    const request = plainRequest(rule, this.#scheme(), chosen);
    return request !== undefined && decide(this.compiled, request).rule !== this.compiled.defaultRule;
  }

  /** The requests among `from` that a rule answers for certain; `unsure`: there may be more. */
  answered(rule: CompiledRule, from: Box = everything): Iterable<Box | "unsure"> {
    const { certain } = this.regionOf(rule);
    const box = certain && withinAll(this.space, from, certain);
    if (box === undefined) return [];
    const before = this.possiblyBefore(rule)
      .map((other) => this.regionOf(other).possible)
      .filter((tests) => !excludeEachOther(tests, certain ?? []));
    return remainder(this.space, box, before);
  }

  /** A request among `from` that a rule answers for certain. */
  requestTo(rule: CompiledRule, from: Box = everything): RequestFacts | undefined {
    let tried = 0;
    for (const piece of this.answered(rule, from)) {
      if (piece === "unsure" || tried++ > MOST_TRIED) return undefined;
      const request = requestOf(piece, this.#scheme());
      if (request !== undefined) return request;
    }
    return undefined;
  }

  /** Rules of which nobody can say that they are tried behind this one. */
  possiblyBefore(rule: CompiledRule): readonly CompiledRule[] {
    return this.compiled.rules.filter((other) => other !== rule && !isBefore(rule, other));
  }

  #certainlyBefore(rule: CompiledRule): readonly CompiledRule[] {
    return this.compiled.rules.filter(
      (other) =>
        isBefore(other, rule) && !this.#uncounted.has(other.address) && this.#certainOf(other).length > 0,
    );
  }

  /** What rules leave of the requests that pass some tests. */
  #leftOf(tests: readonly Test[], takers: readonly CompiledRule[]): "nothing" | "something" | "unsure" {
    const box = withinAll(this.space, everything, tests);
    if (box === undefined) return "nothing";
    const taken = takers
      .flatMap((taker) => this.#certainOf(taker))
      .filter((taking) => !excludeEachOther(taking, tests));
    for (const piece of remainder(this.space, box, taken)) return piece === "unsure" ? piece : "something";
    return "nothing";
  }

  #fewest(tests: readonly Test[], takers: readonly CompiledRule[]): readonly CompiledRule[] {
    return takers.reduce((needed, taker) => {
      const others = needed.filter((other) => other !== taker);
      return this.#leftOf(tests, others) === "nothing" ? others : needed;
    }, takers);
  }

  #certainOf(rule: CompiledRule): readonly (readonly Test[])[] {
    const { certain } = this.regionOf(rule);
    return certain === undefined ? [] : [certain];
  }

  #scheme(): Pick<RequestFacts, "protocol" | "port"> {
    const { protocol, port } = this.listener;
    return { protocol: protocol === "HTTPS" ? "https" : "http", port: typeof port === "number" ? port : 80 };
  }
}

/** Whether no request passes both, where that is clear at once: most rules of a listener have nothing to do with each other. */
export function excludeEachOther(some: readonly Test[], others: readonly Test[]): boolean {
  return some.some(({ dimension, language }) => {
    if (isPlural(dimension)) return false;
    return others.some((other) => other.dimension === dimension && areClearlyApart(language, other.language));
  });
}

/** Whether a rule is tried before another one for certain: the default rule is the last (R3, R4). */
function isBefore({ priority: one }: CompiledRule, { priority: other }: CompiledRule): boolean {
  if (other === "default") return one !== "default";
  return typeof one === "number" && typeof other === "number" && one < other;
}

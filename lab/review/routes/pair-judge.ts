import { decide, type RequestFacts } from "../../alb";
import {
  everything,
  excludeEachOther,
  plainRequest,
  type RequestSpace,
  remainder,
  withinAll,
} from "../../lint";
import { isUnknown } from "../../topology";
import type { Cell } from "./cell";
import type { Clause } from "./clause";
import { exampleIn, type Scheme, wordsFor } from "./example";
import { type RouteRule, testsOf } from "./route-rule";
import { doubtOfPlace, type Side } from "./side";

type Clauses = readonly Clause[];

/** Compares what one rule decides before with what another decides after. */
export class PairJudge {
  /** What cannot be told, each once. */
  readonly unsure = new Set<string>();
  readonly #isExact: boolean;

  constructor(
    private readonly space: RequestSpace,
    private readonly before: Side,
    private readonly after: Side,
    private readonly scheme: Scheme,
  ) {
    this.#isExact = before.isExact && after.isExact;
  }

  /** The requests that both decide, where they are answered differently; undefined: none are for certain. */
  judge(before: RouteRule, after: RouteRule): Cell | undefined {
    if (this.#isSame(before, after) || this.#isTakenEarlier(before, after)) return undefined;
    const possible = [...before.possible, ...after.possible];
    if (excludeEachOther(testsOf(before.possible), testsOf(after.possible))) return undefined;
    const plain = this.#plainExample(before, after, possible);
    if (plain === undefined && this.#isEmpty(before, after, possible)) return undefined;
    const doubtful = this.#isExact ? [] : this.#doubtful(before, after, possible);
    for (const line of doubtful) this.unsure.add(line);
    if (this.#isAnswerUnknown(before, after)) return undefined;
    return this.#cell(before, after, doubtful.length === 0, plain);
  }

  #cell(before: RouteRule, after: RouteRule, isWhole: boolean, plain?: RequestFacts): Cell | undefined {
    if (before.certain === undefined || after.certain === undefined) return undefined;
    const clauses = [...before.certain, ...after.certain];
    const except = this.#apartFrom(clauses, [
      ...this.before.maybeBefore(before),
      ...this.after.maybeBefore(after),
    ]);
    const found = plain ?? exampleIn(this.space, clauses, except, this.scheme);
    if (found === "unsure") this.unsure.add(tooHard(before, after));
    if (found === "none" || found === "unsure") return undefined;
    return { before, after, shape: { any: [clauses], except }, example: found, isWhole };
  }

  /** Clauses of the rules that may take some of the requests. */
  #apartFrom(clauses: Clauses, rules: readonly RouteRule[]): readonly Clauses[] {
    const tests = testsOf(clauses);
    const byConditions = new Map(rules.map((rule) => [rule.conditionsKey, rule.possible]));
    return [...byConditions.values()].filter((taking) => !excludeEachOther(testsOf(taking), tests));
  }

  #isSame({ answer: one }: RouteRule, { answer: other }: RouteRule): boolean {
    return !isUnknown(one) && !isUnknown(other) && one.key === other.key;
  }

  /** Whether a rule with the same conditions as one of them is tried before the other. */
  #isTakenEarlier(before: RouteRule, after: RouteRule): boolean {
    if (!this.#isExact) return false;
    const [there, here] = [this.after.firstLike(before), this.before.firstLike(after)];
    if (there !== -1 && there < this.after.placeOf(after)) return true;
    return here !== -1 && here < this.before.placeOf(before);
  }

  /** Whether no request can come to both, whatever is not known. */
  #isEmpty(before: RouteRule, after: RouteRule, possible: Clauses): boolean {
    const box = withinAll(this.space, everything, testsOf(possible));
    if (box === undefined) return true;
    const takers = [...this.before.surelyBefore(before), ...this.after.surelyBefore(after)];
    const taken = this.#apartFrom(
      possible,
      takers.filter(({ isExact }) => isExact),
    );
    for (const _piece of remainder(this.space, box, taken.map(testsOf))) return false;
    return true;
  }

  /** One that is made of the conditions at once, where both rules take it. */
  #plainExample(before: RouteRule, after: RouteRule, clauses: Clauses): RequestFacts | undefined {
    if (!this.#isExact) return undefined;
    const tests = [...new Map(clauses.map((clause) => [clause.test.language.id, clause.compiled])).values()];
    const request = plainRequest({ tests }, this.scheme, wordsFor(tests));
    const isDecided = request !== undefined && isTaken(this.before, before, request);
    return isDecided && isTaken(this.after, after, request) ? request : undefined;
  }

  #isAnswerUnknown(...rules: readonly RouteRule[]): boolean {
    const unknown = rules.filter(({ answer }) => isUnknown(answer));
    for (const rule of unknown)
      if (isUnknown(rule.answer))
        this.unsure.add(`${this.#nameOf(rule)}: what it does is unknown (${rule.answer.unknown})`);
    return unknown.length > 0;
  }

  /** What is not known of the rules that have to do with a pair. */
  #doubtful(before: RouteRule, after: RouteRule, possible: Clauses): readonly string[] {
    const tests = testsOf(possible);
    const concerns = ({ possible: taking }: RouteRule) => !excludeEachOther(testsOf(taking), tests);
    return [...this.#doubtsOf(this.before, before, concerns), ...this.#doubtsOf(this.after, after, concerns)];
  }

  #doubtsOf(side: Side, rule: RouteRule, concerns: (rule: RouteRule) => boolean): readonly string[] {
    const earlier = side.maybeBefore(rule).filter(concerns);
    return [rule, ...earlier].flatMap((other) => {
      const isPlaced = other === rule || side.isSurelyBefore(other, rule);
      const reasons = [
        ...other.doubts,
        ...(other.isExact || other.doubts.length > 0 ? [] : ["its conditions are too many to be compared"]),
        ...(isPlaced
          ? []
          : [doubtOfPlace(typeof other.priority === "number" ? other : unplaced(other, rule))]),
      ];
      return reasons.map((reason) => `${this.#nameOf(other)}: ${reason}`);
    });
  }

  #nameOf(rule: RouteRule): string {
    const text = rule.isDefault ? `default action of ${rule.address}` : rule.address;
    return this.before.rules.includes(rule) ? `${text} before the change` : text;
  }
}

function unplaced(one: RouteRule, other: RouteRule): RouteRule {
  return typeof one.priority === "number" ? other : one;
}

function isTaken(side: Side, rule: RouteRule, request: RequestFacts): boolean {
  return decide(side.compiled, request).rule.address === rule.address;
}

function tooHard(before: RouteRule, after: RouteRule): string {
  return `${before.address} and ${after.address}: too hard to tell which requests meet both`;
}

import { decide, type RequestFacts } from "../../alb";
import {
  everything,
  excludeEachOther,
  plainRequest,
  type RequestSpace,
  remainder,
  withinAll,
} from "../../lint";
import { counted, isUnknown } from "../../topology";
import type { Cell } from "./cell";
import type { Clause } from "./clause";
import { exampleIn, type Scheme, wordsFor } from "./example";
import { type RouteRule, testsOf } from "./route-rule";
import { membershipOf, type Shape } from "./shape";
import { doubtOfPlace, type Side } from "./side";

type Clauses = readonly Clause[];

/** So many exceptions are sooner tried by themselves than with all rules of both sides. */
const FEW = 20;

/** Compares what one rule decides before with what another decides after. */
export class PairJudge {
  /** What is not known, each once. */
  readonly #doubts = new Set<string>();
  /** Pairs of rules that were too hard to be compared. */
  readonly #hard: (readonly [RouteRule, RouteRule])[] = [];
  readonly #isExact: boolean;

  constructor(
    private readonly space: RequestSpace,
    private readonly before: Side,
    private readonly after: Side,
    private readonly scheme: Scheme,
  ) {
    this.#isExact = before.isExact && after.isExact;
  }

  /** What cannot be told, a line each. */
  get unsure(): readonly string[] {
    const [first] = this.#hard;
    if (first === undefined) return [...this.#doubts];
    const pairs = new Set(this.#hard.map((rules) => rules.map(({ address }) => address).join())).size;
    const which = `${this.#nameOf(first[0])} and ${this.#nameOf(first[1])}`;
    const others = pairs > 1 ? ` and ${counted(pairs - 1, "other pair")}` : "";
    return [...this.#doubts, `${which}${others}: too hard to tell which requests come to both`];
  }

  /** The requests that both decide, where they are answered differently; undefined: none are for certain. */
  judge(before: RouteRule, after: RouteRule): Cell | undefined {
    if (this.#isSame(before, after) || this.#isTakenEarlier(before, after)) return undefined;
    if (!before.mayMeet(after) || excludeEachOther(testsOf(before.possible), testsOf(after.possible)))
      return undefined;
    if (!this.#isExact) {
      const possible = [...before.possible, ...after.possible];
      if (this.#isEmpty(before, after, possible)) return undefined;
      for (const line of this.#doubtful(before, after, possible)) this.#doubts.add(line);
    }
    return this.#isAnswerUnknown(before, after) ? undefined : this.#cell(before, after);
  }

  #cell(before: RouteRule, after: RouteRule): Cell | undefined {
    if (before.certain === undefined || after.certain === undefined) return undefined;
    const clauses = [...before.certain, ...after.certain];
    const earlier = [...this.before.maybeBefore(before), ...this.after.maybeBefore(after)];
    const except = this.#takenBy(near(earlier, before, after), clauses);
    const shape = { any: [clauses], except };
    const found =
      this.#plainExample(before, after, shape) ?? exampleIn(this.space, clauses, except, this.scheme);
    if (found === "unsure") this.#hard.push([before, after]);
    return found === "none" || found === "unsure" ? undefined : { before, after, shape, example: found };
  }

  /** Clauses of the rules that may take some of the requests. */
  #takenBy(rules: readonly RouteRule[], clauses: Clauses): readonly Clauses[] {
    const tests = testsOf(clauses);
    // most rules are on both sides, and what they match is costly to find out
    const different = new Map(rules.map((rule) => [rule.conditionsKey, rule]));
    return [...different.values()]
      .map(({ possible }) => possible)
      .filter((taking) => !excludeEachOther(testsOf(taking), tests));
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
    const exact = near(takers, before, after).filter(({ isExact }) => isExact);
    const taken = this.#takenBy(exact, possible);
    for (const _piece of remainder(this.space, box, taken.map(testsOf))) return false;
    return true;
  }

  /** One that is made of the conditions at once, where both rules take it. */
  #plainExample(before: RouteRule, after: RouteRule, shape: Shape): RequestFacts | undefined {
    const [clauses = []] = shape.any;
    const tests = [...new Map(clauses.map((clause) => [clause.test.language.id, clause.compiled])).values()];
    const request = plainRequest({ tests }, this.scheme, wordsFor(tests));
    if (request === undefined) return undefined;
    if (shape.except.length <= FEW) return membershipOf(shape)(request) ? request : undefined;
    const isDecided = this.#isExact && isTaken(this.before, before, request);
    return isDecided && isTaken(this.after, after, request) ? request : undefined;
  }

  #isAnswerUnknown(...rules: readonly RouteRule[]): boolean {
    const unknown = rules.filter(({ answer }) => isUnknown(answer));
    for (const rule of unknown)
      if (isUnknown(rule.answer))
        this.#doubts.add(`${this.#nameOf(rule)}: what it does is unknown (${rule.answer.unknown})`);
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
      const isTooLarge = !other.isExact && other.doubts.length === 0;
      const reasons = isTooLarge ? ["its conditions are too many to be compared"] : other.doubts;
      const lines = reasons.map((reason) => `${this.#nameOf(other)}: ${reason}`);
      if (other === rule || side.isSurelyBefore(other, rule)) return lines;
      const loose = typeof other.priority === "number" && !rule.isDefault ? rule : other;
      return [...lines, `${this.#nameOf(loose)}: ${doubtOfPlace(loose)}`];
    });
  }

  #nameOf(rule: RouteRule): string {
    const text = rule.isDefault ? `default action of ${rule.address}` : rule.address;
    return this.before.rules.includes(rule) ? `${text} before the change` : text;
  }
}

/** Rules that may match a request that both of two match. */
function near(rules: readonly RouteRule[], one: RouteRule, other: RouteRule): readonly RouteRule[] {
  return rules.filter((rule) => rule.mayMeet(one) && rule.mayMeet(other));
}

function isTaken(side: Side, rule: RouteRule, request: RequestFacts): boolean {
  return decide(side.compiled, request).rule.address === rule.address;
}

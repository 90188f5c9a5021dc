import type { RequestFacts } from "../request";
import type { CompiledCondition } from "./compile-condition";
import { judgeCondition, type Verdict } from "./judge-condition";
import { type CompiledListener, type CompiledRule, mayComeFirst } from "./listener";
import { candidates } from "./rule-index";
import { nextIn } from "./rule-set";
import { Subject } from "./subject";

export interface Decision {
  /** The first rule that holds for certain; the default rule when none does (R3, R4). */
  readonly rule: CompiledRule;
  /** Rules that might answer instead, because parts of them, or their place, are not known. */
  readonly unsure: readonly CompiledRule[];
}

/** Which rule answers a request. */
export function decide(listener: CompiledListener, request: RequestFacts): Decision {
  const { rules, isOrdered } = listener;
  const subject = new Subject(request);
  const worthTrying = candidates(listener.index, subject);
  let answer: CompiledRule | undefined;
  let unsure: CompiledRule[] | undefined;
  for (let at = nextIn(worthTrying, 0); at !== -1; at = nextIn(worthTrying, at + 1)) {
    const rule = rules[at] as CompiledRule;
    if (answer !== undefined && !mayComeFirst(rule, answer)) continue;
    const verdict = judgeRule(rule, subject);
    if (verdict === "yes" && answer === undefined) {
      answer = rule;
      if (isOrdered) break;
    } else if (verdict !== "no") {
      unsure ??= [];
      unsure.push(rule);
    }
  }
  return { rule: answer ?? listener.defaultRule, unsure: unsure ?? nobody };
}

const nobody: readonly CompiledRule[] = [];

/** A rule holds if all its conditions hold (R6). */
export function judgeRule({ tests }: CompiledRule, subject: Subject): Verdict {
  let verdict: Verdict = "yes";
  for (let index = 0; index < tests.length; index++) {
    const judged = judgeCondition(tests[index] as CompiledCondition, subject);
    if (judged === "no") return "no";
    if (judged === "unknown") verdict = "unknown";
  }
  return verdict;
}

import type { RequestFacts } from "../request";
import type { CompiledCondition, CompiledValue, Part } from "./compile-condition";
import { type Decision, decide, judgeRule } from "./decide";
import { findField, findValue, judgeCondition, type Verdict } from "./judge-condition";
import type { CompiledListener, CompiledRule } from "./listener";
import { findNearMiss, type NearMiss } from "./near-miss";
import { Subject } from "./subject";
import { matchesPattern } from "./text-pattern";

/** Why a rule answers a request, and why the others do not. */
export interface Explanation extends Decision {
  /** In the order in which they are tried; the default rule is not among them, as nothing is compared for it. */
  readonly rules: readonly RuleExplanation[];
}

export interface RuleExplanation {
  readonly rule: CompiledRule;
  /** Whether all conditions hold. */
  readonly verdict: Verdict;
  /** False for a rule behind the answering one: AWS stops before it (R4). */
  readonly isTried: boolean;
  readonly conditions: readonly ConditionExplanation[];
}

export interface ConditionExplanation {
  readonly verdict: Verdict;
  readonly part: Part;
  /** Of a condition on a header, in lower case. */
  readonly headerName?: string;
  /** Every known value, as declared. */
  readonly wanted: readonly string[];
  /** What the request has there, as sent: one text, the instances of a header, the fields of a query. */
  readonly found: readonly string[];
  /** Value and text that match, of a condition that holds. */
  readonly match?: { readonly value: string; readonly text: string };
  /** What would have to be different, of a condition that does not hold, where something comes close. */
  readonly nearMiss?: NearMiss;
  /** Why it cannot be said, of a condition of which nobody can say whether it holds. */
  readonly reasons?: readonly string[];
}

/**
 * What `decide` does, with every verdict on the way.
 *
 * @param includeLater also the rules behind the answering one, such as to show that a rule is never reached
 */
export function explain(
  listener: CompiledListener,
  request: RequestFacts,
  { includeLater = false }: { readonly includeLater?: boolean } = {},
): Explanation {
  const decision = decide(listener, request);
  const subject = new Subject(request);
  const answerAt = listener.rules.indexOf(decision.rule);
  const tried = answerAt === -1 ? listener.rules.length : answerAt + 1;
  const rules = listener.rules.flatMap((rule, index) => {
    const isTried = index < tried;
    return isTried || includeLater ? [explainRule(rule, subject, isTried)] : [];
  });
  return { ...decision, rules };
}

function explainRule(rule: CompiledRule, subject: Subject, isTried: boolean): RuleExplanation {
  const conditions = rule.conditions.map((condition) => explainCondition(condition, subject));
  return { rule, verdict: judgeRule(rule, subject), isTried, conditions };
}

function explainCondition(condition: CompiledCondition, subject: Subject): ConditionExplanation {
  const verdict = judgeCondition(condition, subject);
  const { part, headerName, values, doubts } = condition;
  const found = foundTexts(condition, subject);
  return {
    verdict,
    part,
    ...(part === "header" && { headerName }),
    wanted: values.map(({ source }) => source),
    found,
    ...(verdict === "yes" && { match: findMatch(condition, subject, found) }),
    ...(verdict === "no" && withNearMiss(findNearMiss(condition, subject))),
    ...(verdict === "unknown" && { reasons: doubts.map(({ reason }) => reason) }),
  };
}

function withNearMiss(nearMiss: NearMiss | undefined): { readonly nearMiss?: NearMiss } {
  return nearMiss === undefined ? {} : { nearMiss };
}

function foundTexts(
  { part, headerName }: CompiledCondition,
  { request, queryFields }: Subject,
): readonly string[] {
  switch (part) {
    case "host":
    case "path":
    case "method":
      return [request[part]];
    case "source":
      return [request.sourceIp];
    case "header":
      return request.header(headerName);
    case "query":
      return queryFields.map(({ text }) => text);
    case "none":
      return [];
  }
}

function findMatch(
  condition: CompiledCondition,
  subject: Subject,
  found: readonly string[],
): { readonly value: string; readonly text: string } {
  const value = findValue(condition, subject) as CompiledValue;
  return { value: value.source, text: matchingText(condition, value, subject, found) ?? "" };
}

function matchingText(
  { part, headerName }: CompiledCondition,
  value: CompiledValue,
  subject: Subject,
  found: readonly string[],
): string | undefined {
  if (part === "query") return findField(value, subject.queryFields)?.text;
  if (part !== "header") return found[0];
  const { pattern } = value;
  return found[subject.headerTexts(headerName).findIndex((text) => pattern && matchesPattern(pattern, text))];
}

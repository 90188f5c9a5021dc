import type { CompiledCondition } from "./compile-condition";
import { PatternAutomaton } from "./pattern-automaton";
import { add, addAll, emptySet, fullSet, keepOnly, meet, nextIn, type RuleSet, remove } from "./rule-set";
import type { Subject } from "./subject";
import type { TextPattern } from "./text-pattern";

/** What one part of a request, such as the path or one header, says about rules. */
interface IndexedPart {
  readonly textsOf: (subject: Subject) => readonly string[];
  /** Rules with a condition on this part. */
  readonly concerned: RuleSet;
  /** All others: whatever stands there, they may answer. */
  readonly indifferent: RuleSet;
  readonly automaton: PatternAutomaton;
}

/** Which rules are worth trying for a request: few of many, and never one too few. */
export interface RuleIndex {
  readonly all: RuleSet;
  readonly parts: readonly IndexedPart[];
}

interface PartRules {
  readonly textsOf: IndexedPart["textsOf"];
  readonly patterns: { readonly pattern: TextPattern; readonly rule: number }[];
  readonly concerned: RuleSet;
}

export function buildIndex(
  rules: readonly { readonly conditions: readonly CompiledCondition[] }[],
): RuleIndex {
  const parts = new Map<string, PartRules>();
  for (const [rule, { conditions }] of rules.entries()) {
    const seen = new Set<string>();
    for (const condition of conditions) {
      const name = `${condition.part} ${condition.headerName}`;
      const patterns = patternsOf(condition);
      // A second condition on the same part may be fulfilled by another instance of a header.
      if (patterns === undefined || seen.has(name)) continue;
      seen.add(name);
      const part = parts.get(name) ?? newPart(condition, rules.length);
      parts.set(name, part);
      part.patterns.push(...patterns.map((pattern) => ({ pattern, rule })));
      add(part.concerned, rule);
    }
  }
  return { all: fullSet(rules.length), parts: [...parts.values()].map((part) => finish(part, rules.length)) };
}

/** Rules worth trying, as a set of the caller's own. */
export function candidates({ all, parts }: RuleIndex, subject: Subject): RuleSet {
  const left = all.slice();
  for (const { concerned, indifferent, automaton, textsOf } of parts) {
    if (!meet(left, concerned)) continue;
    const possible = indifferent.slice();
    for (const text of textsOf(subject)) addAll(possible, automaton.match(text) ?? concerned);
    keepOnly(left, possible);
  }
  return left;
}

/** Of which a request must match one; undefined where that cannot be told by a text alone. */
function patternsOf({ part, values, doubts }: CompiledCondition): readonly TextPattern[] | undefined {
  if (part !== "host" && part !== "path" && part !== "header" && part !== "query") return undefined;
  const patterns = values.flatMap(({ pattern }) => pattern ?? []);
  return doubts.length === 0 && patterns.length === values.length ? patterns : undefined;
}

function newPart({ part, headerName }: CompiledCondition, size: number): PartRules {
  return { textsOf: textsOf(part, headerName), patterns: [], concerned: emptySet(size) };
}

function textsOf(part: CompiledCondition["part"], headerName: string): IndexedPart["textsOf"] {
  switch (part) {
    case "host":
      return ({ host }) => [host];
    case "path":
      return ({ path }) => [path];
    case "header":
      return (subject) => subject.headerTexts(headerName);
    default:
      return ({ queryFields }) => queryFields.map(({ value }) => value);
  }
}

function finish({ textsOf, patterns, concerned }: PartRules, size: number): IndexedPart {
  const indifferent = fullSet(size);
  for (let rule = nextIn(concerned, 0); rule !== -1; rule = nextIn(concerned, rule + 1))
    remove(indifferent, rule);
  return { textsOf, concerned, indifferent, automaton: new PatternAutomaton(patterns, size) };
}

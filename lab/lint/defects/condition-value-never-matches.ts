import type { CompiledCondition, CompiledRule, CompiledValue } from "../../alb";
import type { Defect } from "../defect";
import { goElsewhere } from "../routes/forwards";
import type { ListenerRoutes } from "../routes/listener-routes";
import { beginsInside, familyOf, pathsOf } from "../routes/path-families";
import { wordOf } from "../routes/plain-request";
import { regionOf, testOf } from "../routes/region";
import { listenersWithRules, routesOf } from "../routes/routes-of";
import { ruleName } from "../routes/rule-name";
import { enumerate, quoted } from "../values";

/** One value of a rule is taken by earlier rules that forward elsewhere, while its other values are not. */
export const conditionValueNeverMatches: Defect = {
  id: "condition-value-never-matches",
  severity: "warning",
  facts: ["B30", "R4", "R6", "R11", "R12"],
  *find(subject) {
    for (const listener of listenersWithRules(subject)) {
      const routes = routesOf(subject, listener);
      for (const rule of routes.compiled.rules) {
        if (routes.coverageOf(rule).kind !== "reached") continue;
        for (const { value, takers } of deadValues(routes, rule))
          yield { at: rule, ...describe(rule, value, takers) };
      }
    }
  },
};

interface DeadValue {
  readonly value: string;
  readonly takers: readonly CompiledRule[];
}

function* deadValues(routes: ListenerRoutes, rule: CompiledRule): Iterable<DeadValue> {
  for (const condition of rule.conditions) {
    const { part, values } = condition;
    if ((part !== "path" && part !== "host") || values.length < 2) continue;
    for (const value of values) {
      if (routes.plainRequestTo(rule, new Map([[condition, wordOf(value)]]))) continue;
      const takers = takersOf(routes, rule, condition, value);
      const isMistake = takers.length > 0 && takers.every((taker) => goElsewhere(rule, taker));
      if (isMistake && !isOverlap(routes, takers, value)) yield { value: value.source, takers };
    }
  }
}

function takersOf(
  routes: ListenerRoutes,
  rule: CompiledRule,
  condition: CompiledCondition,
  value: CompiledValue,
): readonly CompiledRule[] {
  const others = { tests: rule.tests.filter((other) => other !== condition) };
  const test = testOf(routes.space, condition, [value]);
  if (test === undefined) return [];
  return routes.takersOf(rule, [test, ...regionOf(routes.space, others).possible]) ?? [];
}

/** Whether it is told already as a star inside a segment: `/api*` takes `/api-v2`. */
function isOverlap(
  { space }: ListenerRoutes,
  takers: readonly CompiledRule[],
  { source }: CompiledValue,
): boolean {
  const starts = takers.flatMap(pathsOf).flatMap((path) => beginsInside(path) ?? []);
  return starts.some((start) => familyOf(space, start, source) !== undefined);
}

function describe(rule: CompiledRule, value: string, takers: readonly CompiledRule[]) {
  const names = enumerate(takers.map(ruleName));
  return {
    message: `each value of a rule must match requests that no earlier rule takes, got ${quoted(value)} of ${ruleName(rule)} where ${names} ${takers.length === 1 ? "matches" : "match"} first`,
    fix: "take the value out, or give a rule of its own to it, with a lower priority",
  };
}

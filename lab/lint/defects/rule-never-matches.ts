import type { CompiledCondition, CompiledRule } from "../../alb";
import type { Defect } from "../defect";
import { listenersWithRules, routesOf } from "../routes/routes-of";
import { conditionName, ruleName } from "../routes/rule-name";
import { enumerate } from "../values";

/** Earlier rules take every request that a rule is there for, or no client comes from where it wants them. */
export const ruleNeverMatches: Defect = {
  id: "rule-never-matches",
  severity: "error",
  facts: ["B30", "R4", "R6", "R10", "R11", "R12", "R25"],
  *find(subject) {
    for (const listener of listenersWithRules(subject)) {
      const routes = routesOf(subject, listener);
      for (const rule of routes.compiled.rules) {
        const coverage = routes.coverageOf(rule);
        if (coverage.kind !== "never") continue;
        const { takers } = coverage;
        if (takers.length > 0) yield { at: rule, ...taken(rule, takers) };
        else if (routes.space.clients.ipv4)
          yield* sourcesOf(rule).map((source) => ({ at: rule, ...absent(source) }));
      }
    }
  },
};

function taken(rule: CompiledRule, takers: readonly CompiledRule[]) {
  const names = enumerate(takers.map(ruleName));
  const match = takers.length === 1 ? "matches" : "match";
  return {
    message: `a rule must match requests that no earlier rule takes, got ${ruleName(rule)} where ${names} ${match} first`,
    fix: "give the narrower rule the lower number as its priority, or narrow what comes before it",
  };
}

/** Conditions on networks without a single IPv4 one; what makes a value invalid is another mistake. */
function sourcesOf({ conditions }: CompiledRule): readonly CompiledCondition[] {
  return conditions.filter(
    ({ part, values, doubts }) =>
      part === "source" &&
      doubts.length === 0 &&
      values.length > 0 &&
      values.every(({ range }) => typeof range?.network === "bigint"),
  );
}

function absent(source: CompiledCondition) {
  return {
    message: `source_ip must be networks that clients come from, got ${conditionName(source)} on a load balancer of IPv4 only`,
    fix: "make its ip_address_type dualstack, or name IPv4 networks",
  };
}

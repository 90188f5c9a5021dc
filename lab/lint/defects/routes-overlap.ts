import type { CompiledRule, RequestFacts } from "../../alb";
import type { Defect } from "../defect";
import { everything, withinAll } from "../routes/box";
import { goElsewhere } from "../routes/forwards";
import type { ListenerRoutes } from "../routes/listener-routes";
import { beginsInside, familyOf, pathsOf } from "../routes/path-families";
import { listenersWithRules, routesOf } from "../routes/routes-of";
import { ruleName } from "../routes/rule-name";
import { quoted } from "../values";

/** A star inside a segment takes paths of another route: `/api*` also those of `/api-v2/*`. */
export const routesOverlap: Defect = {
  id: "routes-overlap",
  severity: "warning",
  facts: ["R12", "R11", "R4", "R21"],
  *find(subject) {
    for (const listener of listenersWithRules(subject)) {
      const routes = routesOf(subject, listener);
      const { rules } = routes.compiled;
      const wide = rules.filter((rule) => pathsOf(rule).some((path) => beginsInside(path) !== undefined));
      for (const rule of wide) {
        const loss = rules.flatMap((other) => lossTo(routes, rule, other))[0];
        if (loss !== undefined) yield { at: rule, ...describe(rule, loss) };
      }
    }
  },
};

interface Loss {
  readonly pattern: string;
  readonly start: string;
  readonly other: CompiledRule;
  readonly request: RequestFacts;
}

/** A request below the path of another route that a star inside a segment takes. */
function lossTo(routes: ListenerRoutes, rule: CompiledRule, other: CompiledRule): readonly Loss[] {
  const { certain } = routes.regionOf(other);
  if (certain === undefined || !goElsewhere(rule, other)) return [];
  if (routes.coverageOf(other).kind !== "reached") return [];
  for (const pattern of pathsOf(rule)) {
    const start = beginsInside(pattern);
    if (start === undefined) continue;
    for (const path of pathsOf(other)) {
      const family = familyOf(routes.space, start, path);
      const conditions = certain.filter(({ dimension }) => dimension !== "path");
      const box = family && withinAll(routes.space, everything, [family, ...conditions]);
      const request = box && routes.requestTo(rule, box);
      if (request !== undefined) return [{ pattern, start, other, request }];
    }
  }
  return [];
}

function describe(rule: CompiledRule, { pattern, start, other, request }: Loss) {
  return {
    message: `a path_pattern must end with a whole segment where another one goes on, got ${ruleName(rule)} that takes ${quoted(request.path)} beside ${ruleName(other)}`,
    fix: `write ${quoted(start)} and ${quoted(`${start}/*`)} in place of ${quoted(pattern)}`,
  };
}

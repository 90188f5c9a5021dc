import type { CompiledRule } from "../../alb";
import type { Defect } from "../defect";
import { everything, withinAll } from "../routes/box";
import { goElsewhere, isForRpc } from "../routes/forwards";
import { accepts } from "../routes/language";
import type { ListenerRoutes } from "../routes/listener-routes";
import { directoryOf, pathsOf, pathTest } from "../routes/path-families";
import { hasRulesOfUnknownPlace, routesOf } from "../routes/routes-of";
import type { Subject } from "../subject";
import { knownOf, quoted } from "../values";

/** Folders that hold files, and are not asked for by their own name. */
const FOLDER =
  /^\/(\..*|.*\..*|_.*|assets?|static|public|files?|images?|img|icons?|css|js|scripts?|styles?|fonts?|media|uploads?|downloads?|dist|build|vendor)$/i;

/** `/api/*` does not match `/api`: without a rule of its own, the default action answers it. */
export const routeFallsToDefault: Defect = {
  id: "route-falls-to-default",
  severity: "warning",
  facts: ["R11", "R3", "R21"],
  *find(subject) {
    if (hasRulesOfUnknownPlace(subject)) return;
    for (const listener of subject.listeners()) {
      const routes = routesOf(subject, listener);
      for (const rule of routes.compiled.rules) {
        if (!isService(subject, routes, rule)) continue;
        for (const path of pathsOf(rule)) {
          const bare = directoryOf(path);
          if (bare === undefined || FOLDER.test(bare) || !fallsToDefault(routes, rule, bare)) continue;
          yield { at: rule, ...describe(path, bare) };
        }
      }
    }
  },
};

/** Whether a rule that is reached sends requests to an application that the default action knows nothing of. */
function isService(subject: Subject, routes: ListenerRoutes, rule: CompiledRule): boolean {
  if (routes.coverageOf(rule).kind !== "reached") return false;
  return isOther(rule, routes.compiled.defaultRule) && !isForRpc(subject, rule);
}

function describe(path: string, bare: string) {
  return {
    message: `path_pattern must also have ${quoted(bare)}, which ${quoted(path)} does not match, got the default action for it`,
    fix: `add ${quoted(bare)} to the values`,
  };
}

/** Whether the default action answers every request for a path that otherwise meets a rule's conditions. */
function fallsToDefault(routes: ListenerRoutes, rule: CompiledRule, path: string): boolean {
  const { space, compiled } = routes;
  const paths = rule.tests.filter(({ part }) => part === "path");
  if (routes.isPlainlyTaken(rule, new Map(paths.map((test) => [test, path])))) return false;
  if (compiled.rules.some((other) => takesPath(routes, other, path))) return false;
  const others = (routes.regionOf(rule).certain ?? []).filter(({ dimension }) => dimension !== "path");
  const box = withinAll(space, everything, [pathTest(space, path), ...others]);
  if (box === undefined || routes.regionOf(rule).certain === undefined) return false;
  return compiled.rules.every((other) => {
    const { possible } = routes.regionOf(other);
    const isElsewhere = possible.some((test) => test.dimension === "path" && !accepts(test.language, path));
    return isElsewhere || withinAll(space, box, possible) === undefined;
  });
}

/** Whether a rule looks at nothing but the path, and takes this one. */
function takesPath(routes: ListenerRoutes, rule: CompiledRule, path: string): boolean {
  const { certain } = routes.regionOf(rule);
  const [only, ...others] = certain ?? [];
  return only?.dimension === "path" && others.length === 0 && accepts(only.language, path);
}

/** Whether the default action answers by itself, or sends requests to other groups. */
function isOther(rule: CompiledRule, defaultRule: CompiledRule): boolean {
  const isFixed = knownOf(defaultRule.actions).at(-1)?.kind === "fixed-response";
  const forwards = knownOf(rule.actions).at(-1)?.kind === "forward";
  return forwards && (isFixed || goElsewhere(rule, defaultRule));
}

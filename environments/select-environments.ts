import { checkEnvironment } from "./check-environment";
import { dev } from "./dev";
import { alternatives, suggestion } from "./nearest";
import { EnvironmentError, type Problem } from "./problems";
import { prod } from "./prod";
import {
  type Environment,
  type EnvironmentName,
  type EnvironmentSettings,
  environmentNames,
} from "./settings";
import { staging } from "./staging";

/** What each environment's file says, before any check. */
export const environments: Readonly<Record<EnvironmentName, EnvironmentSettings>> = { dev, staging, prod };

/**
 * The named environments, checked and complete, each once; all of them when no name is given.
 *
 * @throws EnvironmentError with every unknown name and every problem of the selected environments.
 */
export function selectEnvironments(
  names: readonly string[] = [],
  from: Readonly<Record<EnvironmentName, EnvironmentSettings>> = environments,
): readonly Environment[] {
  const wanted = new Set<string>(names.length > 0 ? names : environmentNames);
  const problems = [...wanted].flatMap((name) => (isEnvironmentName(name) ? [] : [unknownEnvironment(name)]));
  const checked = environmentNames
    .filter((name) => wanted.has(name))
    .map((name) => {
      const file = `environments/${name}.ts`;
      const result = checkEnvironment(from[name], file);
      problems.push(...misplaced(name, from[name], file), ...result.problems);
      return result;
    });
  problems.push(...sharedStates(from));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return checked.flatMap(({ environment }) => environment ?? []);
}

/** True for `dev`, `staging` and `prod`, spelled exactly so. */
export function isEnvironmentName(name: string): name is EnvironmentName {
  return environmentNames.some((known) => known === name);
}

/** The problem of a name that is no environment: `environment must be dev, staging or prod, got "production"; ...`. */
export function unknownEnvironment(name: string): Problem {
  const remedy = suggestion(name, environmentNames, "choose one of these");
  const message = `environment must be ${alternatives(environmentNames)}, got ${JSON.stringify(name)}; ${remedy}`;
  return { id: "environment-unknown", path: "", message };
}

/** A file that was copied and kept the name of its original. */
function misplaced(
  name: EnvironmentName,
  settings: EnvironmentSettings | undefined,
  path: string,
): Problem[] {
  if (!settings || settings.name === name || !isEnvironmentName(settings.name)) return [];
  const message = `name must be "${name}" in this file, got "${settings.name}"; correct it`;
  return [{ id: "environment-misplaced", path, message }];
}

/** Two environments on one state would destroy each other's resources. */
function sharedStates(from: Readonly<Record<EnvironmentName, EnvironmentSettings>>): Problem[] {
  const owners = new Map<string, EnvironmentName>();
  return environmentNames.flatMap((name) => {
    const { bucket, key } = from[name]?.stateBucket ?? {};
    if (bucket === undefined || key === undefined) return [];
    const state = `${bucket}/${key}`;
    const owner = owners.get(state);
    if (owner === undefined) owners.set(state, name);
    if (owner === undefined) return [];
    const message = `stateBucket.key must differ from the one of ${owner}, got "${key}" in the same bucket; give each environment its own`;
    return [{ id: "state-shared", path: `environments/${name}.ts`, message }];
  });
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { LabStack } from "../constructs";
import { environmentNames, moves, selectEnvironments } from "../environments";

const directory = join(__dirname, "..", "__tests__", "golden");

/** The file that lists the accepted resource addresses of an environment. */
export function goldenFile(environment: string): string {
  return join(directory, `${environment}.txt`);
}

/** The accepted addresses; none before the first time. */
export function readGolden(environment: string): readonly string[] {
  const file = goldenFile(environment);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

/** Today's resource addresses of every environment, sorted. Nothing is written. */
export function synthesizedAddresses(): ReadonlyMap<string, readonly string[]> {
  const app = new App();
  return new Map(
    selectEnvironments(environmentNames).map((environment) => {
      const stack = new LabStack(app, environment.name, { ...environment, moves });
      const { resource = {} } = stack.toTerraform() as { resource?: Record<string, object> };
      const addresses = Object.entries(resource).flatMap(([type, named]) =>
        Object.keys(named).map((name) => `${type}.${name}`),
      );
      return [environment.name, addresses.sort()];
    }),
  );
}

import { App } from "cdktf";
import { ConfigurationError, LabStack } from "./constructs";
import { EnvironmentError, moves, selectEnvironments } from "./environments";

/**
 * Writes the Terraform JSON of the named environments, or of all, to `cdktf.out` (or `CDKTF_OUTDIR`).
 *
 * @returns the files that were written, one a stack
 * @throws EnvironmentError or ConfigurationError with every problem found
 */
export function synthesize(names: readonly string[]): readonly string[] {
  const environments = selectEnvironments(names);
  const app = new App();
  for (const environment of environments) new LabStack(app, environment.name, { ...environment, moves });
  app.synth();
  return environments.map(({ name }) => `${app.outdir}/stacks/${name}/cdk.tf.json`);
}

/** The lines for a person to read when the environments or constructs hold problems; other errors are thrown on. */
export function problemLines(error: unknown): string {
  if (error instanceof EnvironmentError || error instanceof ConfigurationError) return error.message;
  throw error;
}

if (require.main === module) {
  try {
    synthesize(process.argv.slice(2));
  } catch (error) {
    console.error(problemLines(error));
    process.exitCode = 1;
  }
}

import { tmpdir } from "node:os";
import { Testing } from "cdktf";
import { LabStack } from "../../../constructs";
import { type EnvironmentName, selectEnvironments } from "../../../environments";

/** The stack of an environment, as a test of a team makes it. */
export function labStack(name: EnvironmentName): LabStack {
  const [environment] = selectEnvironments([name]);
  if (environment === undefined) throw new Error(`expected the environment ${name}, got none`);
  return new LabStack(Testing.app({ outdir: tmpdir() }), name, environment);
}

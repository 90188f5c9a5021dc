import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Evidence } from "../../lab/doctor";
import { readTopology, type Topology } from "../../lab/topology";
import { defaultInput } from "../commands/input-argument";
import { CannotRun } from "../exit-code";
import type { Terminal } from "../terminal";

export interface AwsOptions {
  /** Name of the load balancer, whatever is declared. */
  readonly loadBalancer?: string;
  readonly region?: string;
  /** Reads the cloud-init log on machines whose target does not serve, which runs a command there. */
  readonly runCommands?: boolean;
}

/** What AWS says of an environment, beside what was synthesized for it. */
export async function gatherAws(
  environment: string,
  { loadBalancer, region, runCommands = false }: AwsOptions,
  terminal: Terminal,
): Promise<Evidence> {
  const declared = readDeclared(environment, loadBalancer);
  const { gatherFromAws } = await import("../../lab/aws");
  return gatherFromAws({
    ...(declared && { declared }),
    ...(loadBalancer !== undefined && { loadBalancerName: loadBalancer }),
    ...(region !== undefined && { region }),
    runCommands,
    log: (line) => terminal.err(terminal.colors.dim(`asking ${line}`)),
  });
}

/** Nothing has to be declared where the load balancer is named. */
function readDeclared(environment: string, loadBalancer: string | undefined): Topology | undefined {
  const stack = join(defaultInput, "stacks", environment);
  const isName = /^[\w.-]+$/.test(environment);
  if (isName && existsSync(stack)) return readTopology(stack);
  if (isName && loadBalancer !== undefined) return undefined;
  throw new CannotRun(
    `doctor --aws: must find what was synthesized in ${stack}, got nothing; synthesize ${environment} first, or name the load balancer with --load-balancer`,
  );
}

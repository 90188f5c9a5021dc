import type { Evidence } from "../../lab/doctor";
import { defaultInput, readInput } from "../commands/input-argument";
import type { Terminal } from "../terminal";
import { type AwsOptions, gatherAws } from "./aws";
import { evidenceOfFiles } from "./files";
import { askRunningLab, findLab } from "./running-lab";

/** Where evidence is to come from, as the options of a command say it; at most one of `local`, `aws` and files. */
export interface AskedEvidence extends AwsOptions {
  /** True: the lab that runs; a text: URL of its dashboard. */
  readonly local?: true | string;
  readonly aws?: string;
  readonly input?: string;
  readonly stack?: string;
  readonly targetHealth?: readonly string[];
}

/** Evidence from where it was asked for; of a lab that runs, else of what was synthesized, where nothing was said. */
export async function gatherEvidence(asked: AskedEvidence, terminal: Terminal): Promise<Evidence> {
  const { local, aws, input, targetHealth } = asked;
  if (aws !== undefined) return gatherAws(aws, asked, terminal);
  if (input !== undefined || targetHealth !== undefined) return fromFiles(asked, terminal);
  if (local !== undefined) return askRunningLab(await findLab(local === true ? undefined : local));
  const running = await findLab(undefined, { isOptional: true });
  return running === undefined
    ? fromFiles({ ...asked, input: defaultInput }, terminal)
    : askRunningLab(running);
}

async function fromFiles(
  { input, stack, targetHealth = [] }: AskedEvidence,
  terminal: Terminal,
): Promise<Evidence> {
  const chosen = stack === undefined ? {} : { stack };
  const declared = input === undefined ? undefined : await readInput(input, chosen, terminal);
  return evidenceOfFiles(targetHealth, declared, Date.now());
}

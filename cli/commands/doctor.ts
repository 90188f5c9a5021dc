import { type Command, Option } from "commander";
import { diagnose } from "../../lab/doctor";
import { type AskedEvidence, gatherEvidence } from "../evidence/gather-evidence";
import { type ExitCode, exitCodes } from "../exit-code";
import { renderDoctor, renderDoctorJson } from "../render/doctor";
import type { Terminal } from "../terminal";
import { stackOption } from "./input-argument";

interface DoctorOptions extends AskedEvidence {
  readonly json?: boolean;
}

export function addDoctor(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("doctor")
    .description("tell why a target is not healthy, and why a server gets no requests")
    .addOption(
      new Option("--local [url]", "ask the lab that runs here, or the one with this dashboard").conflicts([
        "aws",
        "input",
        "targetHealth",
      ]),
    )
    .addOption(
      new Option("--aws <environment>", "ask AWS about what was deployed of an environment").conflicts([
        "input",
        "targetHealth",
      ]),
    )
    .option("--load-balancer <name>", "with --aws: name of the load balancer, whatever is declared")
    .option("--region <region>", "with --aws: where to look, whatever is declared")
    .option("--run-commands", "with --aws: read cloud-init logs on machines through Session Manager")
    .option("--input <path>", "stack directory, cdk.tf.json, plan or state as JSON")
    .addOption(stackOption())
    .option(
      "--target-health <file>",
      "what describe-target-health printed for a target group; may be given several times",
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option("--json", "print it as JSON")
    .addHelpText("after", help)
    .action(async (options: DoctorOptions) => {
      const report = diagnose(await gatherEvidence(options, terminal));
      terminal.out(options.json ? renderDoctorJson(report) : renderDoctor(report, terminal));
      const isWell =
        report.diagnoses.every(({ kind }) => kind === "wanted") && report.unexplained.length === 0;
      done(isWell ? exitCodes.ok : exitCodes.found);
    });
}

const help = `
Without an option it asks the lab that runs here; where none does, it says what
can be said of cdktf.out. Each cause has a page of its name in docs/causes.

Examples:
  alb-lab doctor --local
  alb-lab doctor --aws dev
  aws elbv2 describe-target-health --target-group-arn arn:... > health.json
  alb-lab doctor --target-health health.json --input cdktf.out/stacks/dev

Exit codes: 0 all is well, 1 something is broken or not ready yet,
2 there is nothing to examine, or it cannot be read.`;

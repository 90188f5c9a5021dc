import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_QUOTAS, lint, type Profile, type Quotas, type Severity } from "../../lab/lint";
import { type ExitCode, exitCodes } from "../exit-code";
import { renderLint, renderLintJson } from "../render/lint";
import type { Terminal } from "../terminal";
import { defaultInput, type InputOptions, inputDescription, readInput, stackOption } from "./input-argument";

interface LintCommandOptions extends InputOptions {
  readonly minSeverity: Severity;
  readonly profile?: Profile;
  readonly quota?: Partial<Quotas>;
  readonly json?: boolean;
}

export function addLint(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("lint")
    .description("find what AWS would refuse, what cannot serve, and what will bite")
    .argument("[input]", inputDescription, defaultInput)
    .addOption(stackOption())
    .addOption(
      new Option("--min-severity <severity>", "leave out what is less severe")
        .choices(["error", "warning"])
        .default("warning"),
    )
    .addOption(
      new Option(
        "--profile <profile>",
        "what it is judged as (default: what the stack says, else lab)",
      ).choices(["lab", "prod"]),
    )
    .option("--quota <name=number>", "a quota that AWS has raised; may be given several times", addQuota)
    .option("--json", "print it as JSON")
    .addHelpText("after", help)
    .action(async (input: string, options: LintCommandOptions) => {
      const { minSeverity, profile, quota: quotas } = options;
      const topology = await readInput(input, options, terminal);
      const report = lint(topology, { ...(profile && { profile }), ...(quotas && { quotas }) });
      const isShown = ({ severity }: { severity: Severity }) =>
        minSeverity === "warning" || severity === "error";
      const shown = { ...report, findings: report.findings.filter(isShown) };
      terminal.out(options.json ? renderLintJson(shown, topology) : renderLint(shown, topology, terminal));
      const hasErrors = report.findings.some(({ severity }) => severity === "error");
      done(hasErrors ? exitCodes.found : exitCodes.ok);
    });
}

function addQuota(text: string, before: Partial<Quotas> = {}): Partial<Quotas> {
  const [name = "", limit = ""] = text.split("=");
  if (!Object.hasOwn(DEFAULT_QUOTAS, name) || !/^[1-9]\d{0,8}$/.test(limit))
    throw new InvalidArgumentError(
      `it must be <name>=<number>, the name one of ${Object.keys(DEFAULT_QUOTAS).join(", ")}, got ${JSON.stringify(text.slice(0, 60))}`,
    );
  return { ...before, [name]: Number(limit) };
}

const help = `
Values that are known only after apply are not judged. Each kind of finding has
a page of its name in docs/defects.

Examples:
  alb-lab lint cdktf.out/stacks/prod
  terraform show -json plan | alb-lab lint - --json
  alb-lab lint plan.json --min-severity error --quota rulesPerLoadBalancer=200

Exit codes: 0 no errors, 1 errors were found, 2 the input cannot be read.`;

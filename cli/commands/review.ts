import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import {
  compareLevels,
  type Level,
  type Report,
  renderMarkdown,
  reportOn,
  type Stack,
} from "../../lab/review";
import { findStacks } from "../../lab/topology";
import { stacksOfPlans, stacksOfSynths } from "../evidence/stacks-to-review";
import { synthOfCommit } from "../evidence/synth-of-commit";
import { CannotRun, type ExitCode, exitCodes } from "../exit-code";
import { renderReview, renderReviewJson } from "../render/review";
import type { Terminal } from "../terminal";

const formats = ["text", "markdown", "json"] as const;
type Format = (typeof formats)[number];
const limits = ["needs-care", "drops-traffic", "destroys-data", "never"] as const;
type Limit = (typeof limits)[number];

interface ReviewCommandOptions {
  readonly base?: string;
  readonly head?: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly failOn: Limit;
  readonly showSensitive?: boolean;
}

export function addReview(program: Command, terminal: Terminal, done: (exitCode: ExitCode) => void): void {
  program
    .command("review")
    .description("tell what a change does to requests, before it is applied")
    .argument(
      "[plans...]",
      "plans as 'terraform show -json' prints them, one a stack; - reads standard input",
    )
    .option("--base <synth>", "what there is: cdktf.out, a stack, or a commit, which is synthesized")
    .option("--head <synth>", "what is to come: cdktf.out or a stack (default with --base: cdktf.out)")
    .addOption(new Option("--format <format>", "how it is printed").choices(formats).default("text"))
    .option("--json", "the same as --format json")
    .addOption(
      new Option("--fail-on <level>", "exit with 1 from this level on")
        .choices(limits)
        .default("drops-traffic"),
    )
    .option(
      "--show-sensitive",
      "show what is masked: values that Terraform calls sensitive and what looks like a secret, also in user data",
    )
    .addHelpText("after", help)
    .action(async (plans: readonly string[], options: ReviewCommandOptions) => {
      const report = reportOn(await stacksOf(plans, options, terminal));
      terminal.out(render(report, options, terminal));
      done(exitCodeOf(report, options.failOn));
    });
}

async function stacksOf(
  plans: readonly string[],
  { base, head }: ReviewCommandOptions,
  terminal: Terminal,
): Promise<readonly Stack[]> {
  if (base === undefined && head === undefined) {
    if (plans.length > 0) return stacksOfPlans(plans, terminal);
    throw new CannotRun(
      "alb-lab review: what is to be reviewed must be given; name plans, or two synths with --base and --head",
    );
  }
  if (plans.length > 0 || base === undefined)
    throw new CannotRun(
      "alb-lab review: either plans or two synths can be compared; give plans alone, or --base and --head",
    );
  const later = findStacks(head ?? "cdktf.out");
  if (existsSync(base)) return stacksOfSynths(findStacks(base), later);
  const synth = await synthOfCommit(base);
  try {
    return await stacksOfSynths(findStacks(synth.directory), later);
  } finally {
    await synth.remove();
  }
}

function render(
  report: Report,
  { format, json, showSensitive = false }: ReviewCommandOptions,
  terminal: Terminal,
): string {
  if (json || format === "json") return renderReviewJson(report, { showSensitive });
  if (format === "markdown") return renderMarkdown(report, { showSensitive }).trimEnd();
  return renderReview(report, { showSensitive }, terminal);
}

function exitCodeOf({ verdict }: Report, failOn: Limit): ExitCode {
  if (verdict.level === null) return exitCodes.cannotRun;
  if (failOn === "never") return exitCodes.ok;
  const limit: Level = failOn;
  return compareLevels(verdict.level, limit) >= 0 ? exitCodes.found : exitCodes.ok;
}

const help = `
It says how bad the change is, which risks it takes and what happens then, which
requests are answered differently, and what is replaced, destroyed and changed.
Values that Terraform calls sensitive, and what looks like a secret, are masked.
Each risk has a page of its name in docs/risks.

Examples:
  terraform plan -out plan && terraform show -json plan | alb-lab review -
  alb-lab review plans/dev.json plans/prod.json --format markdown
  alb-lab review --base main --head cdktf.out

A head is what was synthesized last: synthesize all of it first, as a stack that
is not in it counts as destroyed.

Exit codes: 0 nothing from --fail-on on, 1 something from there on, 2 it cannot
run, or not for every stack.`;

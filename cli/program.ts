import { Command, CommanderError } from "commander";
import { printable } from "../lab/topology";
import { addDiagram } from "./commands/diagram";
import { addDoctor } from "./commands/doctor";
import { addExplain } from "./commands/explain";
import { addLint } from "./commands/lint";
import { addReview } from "./commands/review";
import { addTopology } from "./commands/topology";
import { addUp } from "./commands/up";
import { addVerify } from "./commands/verify";
import { CannotRun, type ExitCode, exitCodes } from "./exit-code";
import { faultOf } from "./fault";
import type { Terminal } from "./terminal";
import { usageError } from "./usage-error";
import { packageVersion } from "./version";

/** Runs one command line, such as `["up", "cdktf.out"]`; settles with the exit code once it is done. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
    const message = messageOf(error);
    if (message !== undefined) terminal.err(printable(message));
    return exitCodes.cannotRun;
  }
}

function createProgram(terminal: Terminal, done: (exitCode: ExitCode) => void): Command {
  const program = new Command("alb-lab")
    .description("Proves Terraform for Application Load Balancers before anything is applied.")
    .version(packageVersion(), "--version", "show the version")
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", examples)
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
      outputError: () => {},
    });
  addUp(program, terminal, done);
  addVerify(program, terminal, done);
  addTopology(program, terminal);
  addExplain(program, terminal, done);
  addLint(program, terminal, done);
  addReview(program, terminal, done);
  addDiagram(program, terminal);
  addDoctor(program, terminal, done);

  for (const command of [program, ...program.commands]) command.exitOverride((error) => end(error, command));
  return program;
}

const examples = `
Examples:
  alb-lab up cdktf.out/stacks/dev
  alb-lab verify http://localhost:8080
  alb-lab explain cdktf.out/stacks/dev GET http://shop.example.com/api/users
  terraform show -json plan | alb-lab lint -
  alb-lab review --base main --head cdktf.out
  alb-lab doctor

Exit codes: 0 all is well, 1 it found something, 2 it cannot run.`;

/** Help ends a command well; a wrong command line is told like anything else that cannot run. */
function end(error: CommanderError, command: Command): never {
  if (error.exitCode === 0) throw error;
  throw new CannotRun(usageError(error, command));
}

/** By name, so that no room has to be loaded for it. */
const expected: ReadonlySet<string> = new Set([
  "CannotRun",
  "TopologyInputError",
  "LabError",
  "AwsError",
  "QuestionError",
]);

/** What is expected to go wrong has a message of one line; of anything else at least no stack trace is shown. */
function messageOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return `alb-lab: ${faultOf(String(error))}`;
  if (!expected.has(error.name)) return `alb-lab: ${faultOf(error.message)}`;
  return error.message === "" ? undefined : error.message;
}

import { Command, CommanderError } from "commander";
import { LabError } from "../lab/local";
import { TopologyInputError } from "../lab/topology";
import { addUp } from "./commands/up";
import { addVerify } from "./commands/verify";
import { CannotRun, type ExitCode, exitCodes } from "./exit-code";
import type { Terminal } from "./terminal";

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
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.cannotRun;
    terminal.err(messageOf(error));
    return exitCodes.cannotRun;
  }
}

function createProgram(terminal: Terminal, done: (exitCode: ExitCode) => void): Command {
  const program = new Command("alb-lab")
    .description("Proves Terraform for Application Load Balancers before anything is applied.")
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError("alb-lab --help lists the commands.")
    .exitOverride();
  addUp(program, terminal, done);
  addVerify(program, terminal, done);
  for (const command of program.commands)
    command.showHelpAfterError(`alb-lab ${command.name()} --help shows what it takes.`);
  return program;
}

/** What is expected to go wrong has a message of one line; of anything else at least no stack trace is shown. */
function messageOf(error: unknown): string {
  const isOurs =
    error instanceof CannotRun || error instanceof TopologyInputError || error instanceof LabError;
  const message = error instanceof Error ? error.message : String(error);
  return isOurs ? message : `alb-lab: ${message}; this is a fault of alb-lab, please report it`;
}

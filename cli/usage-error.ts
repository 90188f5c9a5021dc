import type { Command, CommanderError } from "commander";

/** What is wrong with a command line, in one line; undefined when commander has printed help instead. */
export function usageError({ code, message }: CommanderError, command: Command): string | undefined {
  if (code === "commander.help") return undefined;
  const [what = "", suggestion] = message
    .replace(/^error: /, "")
    .replace(/^option '([^']*)' argument '.*' is invalid\. /s, "$1: ")
    .replace(/^command-argument value '.*' is invalid for argument '(.*?)'\. /s, "<$1>: ")
    .split("\n(");
  const meant = suggestion === undefined ? "" : ` (${suggestion}`;
  return `${nameOf(command)}: ${what.replace(/\.$/, "")}${meant}; ${nameOf(command)} --help shows what there is`;
}

function nameOf(command: Command): string {
  return command.parent ? `${command.parent.name()} ${command.name()}` : command.name();
}

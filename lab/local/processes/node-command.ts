import { posix } from "node:path";

/** A command that this room is willing to run, all paths as on the instance. */
export interface NodeCommand {
  /** Options of Node.js before the script. */
  readonly options: readonly string[];
  /** Absolute path of the script. */
  readonly script: string;
  readonly arguments: readonly string[];
}

const NODE = /^(\/(usr(\/local)?\/)?bin\/)?node(js)?(-\d{1,2})?$/;
/** Options that change neither what is loaded nor who may connect. */
const HARMLESS =
  /^--(max-old-space-size|max-semi-space-size|max-http-header-size)=\d+$|^--enable-source-maps$/;
/** systemd would expand it; this room does not. */
const EXPANDED = /[$%]/;

/**
 * Reads the command of a unit. Anything but `node <script>` with harmless options gives the reason why it is not run:
 * user data is anybody's, and only a script that the document itself brings is started here.
 */
export function parseNodeCommand(
  execStart: readonly string[],
  workingDirectory: string,
): { readonly command: NodeCommand } | { readonly refused: string } {
  const [program = "", ...words] = withoutEnv(execStart);
  // `-` and `:` before the program change only how systemd takes its end and its arguments.
  if (!NODE.test(program.replace(/^[-:]+/, "")))
    return { refused: `its command must be node with a script, got ${quote(program)}` };
  const at = words.findIndex((word) => !word.startsWith("-"));
  const script = words[at];
  if (script === undefined) return { refused: "its command names no script" };
  const options = words.slice(0, at);
  const foreign = options.find((option) => !HARMLESS.test(option));
  if (foreign !== undefined)
    return { refused: `its node option ${quote(foreign)} is not one that is used here` };
  const expanded = words.find((word) => EXPANDED.test(word));
  if (expanded !== undefined)
    return { refused: `its command has ${quote(expanded)}, which only systemd expands` };
  return {
    command: { options, script: posix.resolve(workingDirectory, script), arguments: words.slice(at + 1) },
  };
}

function withoutEnv(words: readonly string[]): readonly string[] {
  return words[0] === "/usr/bin/env" ? words.slice(1) : words;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

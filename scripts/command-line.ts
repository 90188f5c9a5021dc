import { parseArgs } from "node:util";
import {
  alternatives,
  environmentNames,
  isEnvironmentName,
  suggestion,
  unknownEnvironment,
} from "../environments";

/** What can be done to an environment. */
export type Command = "synth" | "diff" | "deploy" | "destroy";

/** A command line that was understood. */
export interface Request {
  readonly command: Command;
  /** Environments to work on; empty means all, for synth only. */
  readonly environments: readonly string[];
  /** Options for cdktf, checked against those it knows. */
  readonly options: readonly string[];
  /** True when the usage was asked for instead. */
  readonly help: boolean;
}

/** A command line that was not understood: one line for each mistake. */
export interface Mistakes {
  readonly mistakes: readonly string[];
}

const shared = ["--no-color", "--migrate-state", "--skip-synth", "--skip-provider-lock"];
const unattended = ["--auto-approve", "--ignore-missing-stack-dependencies"];

/** The options of cdktf 0.21 for each command. The stack and `--app` are set by this script. */
const flags: Readonly<Record<Command, readonly string[]>> = {
  synth: [],
  diff: [...shared, "--refresh-only"],
  deploy: [...shared, ...unattended, "--refresh-only", "--outputs-file-include-sensitive-outputs"],
  destroy: [...shared, ...unattended],
};
const valued: Readonly<Record<Command, readonly string[]>> = {
  synth: [],
  diff: ["--terraform-parallelism", "--var", "--var-file"],
  deploy: ["--terraform-parallelism", "--var", "--var-file", "--parallelism", "--outputs-file"],
  destroy: ["--terraform-parallelism", "--var", "--var-file", "--parallelism"],
};

const commands = Object.keys(flags);
const helpOptions = ["--help", "-h"];

/** Parses the words after `scripts/environment.ts`. */
export function parseCommandLine(words: readonly string[]): Request | Mistakes {
  const [command = "", ...rest] = words;
  if (!isCommand(command)) {
    const remedy = suggestion(command, commands, "choose one of these");
    return {
      mistakes: [`command must be ${alternatives(commands)}, got ${JSON.stringify(command)}; ${remedy}`],
    };
  }
  const { names, options, mistakes, help } = sortWords(command, rest);
  if (help) return { command, environments: [], options: [], help };
  const unknown = names.filter((name) => !isEnvironmentName(name));
  mistakes.push(...unknown.map((name) => unknownEnvironment(name).message));
  if (command !== "synth" && names.length !== 1) mistakes.push(notOne(command, names));
  return mistakes.length > 0 ? { mistakes } : { command, environments: names, options, help };
}

/** The usage of a command, for `--help`. */
export function usage(command: Command): string {
  const all = [...flags[command], ...valued[command].map((option) => `${option} <value>`)];
  const target = command === "synth" ? "[environment ...]" : "<environment>";
  const lines = [`npm run ${command} ${target}`, `  environments: ${environmentNames.join(", ")}`];
  if (command === "synth") lines.push("  without an environment: all of them");
  if (all.length > 0) lines.push(`  options, after "--":`, ...all.map((option) => `    ${option}`));
  return lines.join("\n");
}

interface Option {
  readonly rawName: string;
  readonly value?: string;
  readonly inlineValue?: boolean;
}

function sortWords(command: Command, words: readonly string[]) {
  const types = valued[command].map((name) => [name.slice(2), { type: "string" as const }]);
  const { tokens, positionals } = parseArgs({
    args: words.filter((word) => word !== "--"),
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given: readonly Option[] = tokens.filter((token) => token.kind === "option");
  return {
    names: positionals,
    options: given.map(({ rawName, value }) => (value === undefined ? rawName : `${rawName}=${value}`)),
    mistakes: given.flatMap((option) => optionMistake(command, option) ?? []),
    help: given.some(({ rawName }) => helpOptions.includes(rawName)),
  };
}

function optionMistake(command: Command, { rawName, value, inlineValue }: Option): string | undefined {
  if ([...flags[command], ...helpOptions].includes(rawName)) {
    if (value === undefined) return undefined;
    return `option ${rawName} takes no value, got ${JSON.stringify(value)}; drop it`;
  }
  if (valued[command].includes(rawName)) {
    const isMissing = !value || (!inlineValue && value.startsWith("-"));
    return isMissing ? `option ${rawName} needs a value, got none; write ${rawName}=<value>` : undefined;
  }
  const known = [...flags[command], ...valued[command], "--help"];
  return `unknown option ${rawName}; ${suggestion(rawName, known, `npm run ${command} -- --help lists the options`)}`;
}

function notOne(command: Command, names: readonly string[]): string {
  const got = names.length === 0 ? "none" : names.join(" and ");
  return `${command} needs one environment (${environmentNames.join(", ")}), got ${got}; type npm run ${command} dev`;
}

function isCommand(word: string): word is Command {
  return commands.includes(word);
}

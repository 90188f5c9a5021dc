import { type Environment, placeholdersIn } from "../environments";
import type { Command, Request } from "./command-line";

/**
 * Why a command must not run on an environment, one reason a line; nothing when it may. A deploy is refused
 * while placeholders remain; a destroy is refused while AWS would refuse it half-way.
 */
export function refusals(command: Command, environment: Environment): readonly string[] {
  if (command === "deploy") return remainingPlaceholders(environment);
  if (command === "destroy") return protections(environment);
  return [];
}

function remainingPlaceholders(environment: Environment): readonly string[] {
  const placeholders = placeholdersIn(environment);
  if (placeholders.length === 0) return [];
  return [
    `deploy ${environment.name}: ${fileOf(environment)} must hold what only your team knows; set there:`,
    ...placeholders.map(({ key, hint }) => `  ${key}: ${hint}`),
  ];
}

/** Terraform lifts the termination protection of instances by itself; that of a load balancer it cannot. */
function protections(environment: Environment): readonly string[] {
  const { name, deletionProtection } = environment;
  if (!deletionProtection) return [];
  return [
    `destroy ${name}: deletionProtection must be off, got on; destroy it in two steps:`,
    `  1. set retiring: true in ${fileOf(environment)} and run npm run deploy ${name}`,
    `  2. run npm run destroy ${name} again`,
  ];
}

/** The line for a deploy or destroy that would wait for an answer that nobody can give, or nothing. */
export function unattendedWithoutApproval(
  { command, environments, options }: Request,
  isTerminal: boolean,
): string | undefined {
  if (isTerminal || (command !== "deploy" && command !== "destroy")) return undefined;
  if (options.includes("--auto-approve")) return undefined;
  const [name = ""] = environments;
  return (
    `${command} ${name}: standard input must be a terminal to approve on, got none; ` +
    `use one, or add -- --auto-approve to approve beforehand`
  );
}

/** A line worth reading before a deploy that may run all the same, or nothing. */
export function deployNote(environment: Environment): string | undefined {
  if (environment.stateBucket || environment.name === "dev") return undefined;
  return (
    `note: the state of ${environment.name} is kept in a file here; ` +
    `set stateBucket in ${fileOf(environment)} to share it with your team`
  );
}

function fileOf({ name }: Environment): string {
  return `environments/${name}.ts`;
}

import type { Comparison } from "../comparison";
import type { Rename } from "./renames";

/** What was renamed as a person thinks of it: a module, a construct, or the resource itself. */
export function sharedRename(comparison: Comparison, { from, to }: Rename): readonly [string, string] {
  const modules = moduleRename(from.address, to.address);
  if (modules !== undefined) return modules;
  const [was, is] = [
    comparison.before.resource(from.address)?.path,
    comparison.after.resource(to.address)?.path,
  ];
  return was === undefined || is === undefined || was === is ? [from.address, to.address] : shorten(was, is);
}

/** The two modules, where all that comes after them is the same. */
function moduleRename(from: string, to: string): readonly [string, string] | undefined {
  const parts = /^((?:module\.[^.[]+(?:\[[^\]]*\])?\.)*)(.*)$/;
  const [, one = "", resource] = parts.exec(from) ?? [];
  const [, other = "", same] = parts.exec(to) ?? [];
  if (resource !== same || one === "" || other === "") return undefined;
  return [one.slice(0, -1), other.slice(0, -1)];
}

/** Two paths without the end that they share. */
function shorten(from: string, to: string): readonly [string, string] {
  const [one, other] = [from.split("/"), to.split("/")];
  while (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return [one.join("/"), other.join("/")];
}

/** The blocks to write, and how a CDKTF construct says the same. */
export function writtenMoves(comparison: Comparison, renames: readonly Rename[]): string {
  const [first] = renames;
  const modules = first && moduleRename(first.from.address, first.to.address);
  const moves = modules ? [modules] : renames.map(({ from, to }) => [from.address, to.address] as const);
  const blocks = moves.map(([from, to]) => `moved { from = ${from} to = ${to} }`).join(" ");
  const lines = "each argument on a line of its own";
  const path = first && comparison.after.resource(first.to.address)?.path;
  if (path === undefined || modules) return `write ${blocks}, ${lines}`;
  const calls = renames.map(({ from, to }) => {
    const at = comparison.after.resource(to.address)?.path ?? to.address;
    return `moveFromId("${from.address}") on ${at}`;
  });
  return `in CDKTF call ${calls.join(", ")}, or give LabStack these as moves; in HCL write ${blocks}, ${lines}`;
}

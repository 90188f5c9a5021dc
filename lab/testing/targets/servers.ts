import type { Instance } from "../../topology";
import { isUnknown, listed } from "../../topology";
import { CannotJudge } from "../cannot-judge";
import type { Judgement } from "../judgement";
import { type InputOptions, readReceived } from "../received/read-received";
import { shown, someOf } from "../words";
import { findGroup, labelOfGroup } from "./find-group";
import { fullNamesOf } from "./names-of";
import { findServer, namesOfServer, serverLabel } from "./server-names";
import { targetsOf } from "./targets-of";

export interface ServerMatchers<R> {
  /** Names of all servers behind a target group, in any order: those that they answer with, else their `Name` tags. */
  toRunServers(group: string, names: readonly string[], options?: InputOptions): R;
  /**
   * A file that a server writes at its first start, by its path or the end of that. With `content`, what is in it: all of
   * it, or what it must match.
   */
  toRunFile(server: string, file: string, content?: string | RegExp, options?: InputOptions): R;
}

export function judgeServers(
  given: unknown,
  name: string,
  names: readonly string[],
  options: InputOptions = {},
): Judgement {
  if (!Array.isArray(names))
    throw new CannotJudge(`toRunServers: must be given a list of names, got ${shown(names)}`);
  const received = readReceived(given, options);
  const group = findGroup(received, name);
  const label = labelOfGroup(received.topology, group);
  const servers = targetsOf(received.topology, group).map(({ name: target, instance }) => {
    if (instance !== undefined) return instance;
    throw new CannotJudge(`which servers ${label} runs is not known: ${target} is no instance of the input`);
  });
  const isCalled = (server: Instance, wanted: string) => namesToMeet(server).includes(wanted);
  const holds =
    servers.length === names.length &&
    names.every((wanted) => servers.some((server) => isCalled(server, wanted))) &&
    servers.every((server) => names.some((wanted) => isCalled(server, wanted)));
  return {
    holds,
    subject: `target group ${label}`,
    wanted: `run the servers ${listed(names)}`,
    seen: `it runs ${listed(servers.map(serverLabel))}`,
  };
}

export function judgeFile(
  given: unknown,
  name: string,
  file: string,
  content?: string | RegExp,
  options: InputOptions = {},
): Judgement {
  const server = findServer(readReceived(given, options), name);
  const { userData } = server;
  if (isUnknown(userData))
    throw new CannotJudge(`user data of ${serverLabel(server)} is not known: ${userData.unknown}`);
  const files = userData?.files ?? [];
  const found =
    files.find(({ path }) => path === file) ?? files.find(({ path }) => path.endsWith(`/${file}`));
  const asserted = {
    subject: `server ${serverLabel(server)}`,
    wanted: `run a file ${file}${content === undefined ? "" : ` ${wordsOf(content)}`}`,
  };
  if (found === undefined)
    return { ...asserted, holds: false, seen: `it writes ${someOf(files.map(({ path }) => path))}` };
  const flaw = content === undefined ? undefined : difference(found.content, content);
  return { ...asserted, holds: flaw === undefined, seen: `${found.path}${flaw ?? " is there"}` };
}

function wordsOf(content: string | RegExp): string {
  return typeof content === "string" ? "with that content" : `that matches ${content}`;
}

/** The short name of a server that says one to clients is that one. */
function namesToMeet(server: Instance): readonly string[] {
  const { userData } = server;
  const settings = userData === undefined || isUnknown(userData) ? undefined : userData.settings;
  return settings === undefined ? namesOfServer(server) : [settings.serverName, ...fullNamesOf(server)];
}

/** Where a text is not what was wanted; undefined where it is. */
function difference(got: string, wanted: string | RegExp): string | undefined {
  if (typeof wanted !== "string") return got.search(wanted) === -1 ? " does not match" : undefined;
  if (got === wanted) return undefined;
  const [there, expected] = [got, wanted].map((text) => text.split("\n")) as [string[], string[]];
  const at = there.findIndex((line, index) => line !== expected[index]);
  const line = at === -1 ? there.length : at;
  return ` differs at line ${line + 1}: must be ${lineOf(expected, line)}, is ${lineOf(there, line)}`;
}

function lineOf(lines: readonly string[], at: number): string {
  const line = lines[at];
  return line === undefined ? "the end" : shown(line);
}

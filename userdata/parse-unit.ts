import { posix } from "node:path";
import type { UserDataFile, UserDataUnit } from "./types";

/** A unit with the variables of its own `Environment=` lines. */
export interface ParsedUnit extends UserDataUnit {
  readonly environment: Readonly<Record<string, string>>;
}

/** The first systemd service among these files, its drop-ins applied; undefined when there is none. */
export function parseUnit(files: readonly UserDataFile[]): ParsedUnit | undefined {
  const file = files.find(({ path }) => /^\/(etc|usr\/lib|lib)\/systemd\/system\/[^/]+\.service$/.test(path));
  if (file === undefined) return undefined;
  const dropIns = files
    .filter(({ path }) => path.startsWith(`${file.path}.d/`) && path.endsWith(".conf"))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const sections = [file, ...dropIns].map(serviceSectionOf);
  const service = sections.flatMap(({ entries }) => entries);
  const last = (key: string) => service.filter(([name]) => name === key).at(-1)?.[1];
  const timeoutStopSeconds = last("TimeoutStopSec");
  const environmentFile = last("EnvironmentFile")?.replace(/^-/, "");
  const workingDirectory = last("WorkingDirectory");
  return {
    name: posix.basename(file.path),
    path: file.path,
    execStart: wordsOf(last("ExecStart") ?? ""),
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    ...(environmentFile === undefined ? {} : { environmentFile }),
    // Only a bare number: systemd also takes spans such as `1min 30s`, which this project never writes.
    ...(/^\d+$/.test(timeoutStopSeconds ?? "") ? { timeoutStopSeconds: Number(timeoutStopSeconds) } : {}),
    text: file.content,
    environment: Object.assign({}, ...sections.map(({ environment }) => environment)),
  };
}

type Entries = readonly (readonly [name: string, value: string])[];

interface ServiceSection {
  readonly entries: Entries;
  /** Of its own `Environment=` lines. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Servers of one project share the files that are the same for all. */
const serviceSections = new WeakMap<UserDataFile, ServiceSection>();

function serviceSectionOf(file: UserDataFile): ServiceSection {
  const known = serviceSections.get(file);
  if (known !== undefined) return known;
  const entries = parseServiceSection(file.content);
  const section = { entries, environment: environmentOf(entries) };
  serviceSections.set(file, section);
  return section;
}

function parseServiceSection(text: string): Entries {
  const entries: [string, string][] = [];
  let section = "";
  for (const line of text
    .replace(/\\\n/g, " ")
    .split("\n")
    .map((raw) => raw.trim())) {
    const header = /^\[(.+)\]$/.exec(line);
    if (header) section = header[1] ?? "";
    const [, name, value] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (section === "Service" && name !== undefined && value !== undefined) entries.push([name, value]);
  }
  return entries;
}

function environmentOf(service: Entries): Record<string, string> {
  const words = service.filter(([name]) => name === "Environment").flatMap(([, value]) => wordsOf(value));
  return Object.fromEntries(
    words.flatMap((word) => {
      const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
      return name === undefined ? [] : [[name, value ?? ""]];
    }),
  );
}

/** The words of a command line; quotes hold a word together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
}

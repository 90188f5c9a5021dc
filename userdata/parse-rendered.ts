import type { OwnText } from "./gzip";
import type { UserDataFile } from "./types";

/** What a document says to do. */
export interface CloudConfig {
  readonly files: readonly UserDataFile[];
  readonly commands: readonly (string | readonly string[])[];
}

/** Text whose quotes and line ends mean the same to everybody. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;
const ENTRY = "\n  - path: ";
const HEAD = /^#cloud-config\nruncmd:\n((?: {2}- \[[^\\\n]*\]\n)*)write_files:$/;
const FILE = /^"([^"\\\n]+)"\n {4}permissions: "(0[0-7]{3})"\n {4}content: \|\n {6}(?=\S)/;

/** A line that does not belong to a block, or an empty one at its end. */
const OUTSIDE = /\n(?! {6}|\n)/;

/**
 * Reads a document that is, letter by letter, as this project renders it: hundreds of them are read when a large stack
 * is judged, and YAML takes a hundred times as long. `undefined`: it may be anything else.
 */
export function parseRendered(text: string): CloudConfig | undefined {
  const [head = "", ...entries] = text.split(ENTRY);
  const commands = text.endsWith("\n") ? commandsIn(head) : undefined;
  const files = entries.length === 0 ? undefined : filesIn(entries);
  return commands && files && { files, commands };
}

/** Documents that are what many others begin with. */
const commonDocuments = new Map<string, CloudConfig | undefined>();

/**
 * The same for a document in two parts, the first of which many others begin with.
 *
 * @param rest more files, nothing else
 */
export function parseRenderedParts({ common, rest }: OwnText): CloudConfig | undefined {
  if (common === "") return parseRendered(rest);
  if (!commonDocuments.has(common)) {
    if (commonDocuments.size === MOST_DOCUMENTS) commonDocuments.clear();
    commonDocuments.set(common, parseRendered(common));
  }
  const begun = commonDocuments.get(common);
  const [before, ...entries] = `\n${rest}`.split(ENTRY);
  const files = begun && before === "" && rest.endsWith("\n") ? filesIn(entries) : undefined;
  return begun && files && { files: [...begun.files, ...files], commands: begun.commands };
}

/** @param entries of a text that ends with a line end, which the last of them still has */
function filesIn(entries: readonly string[]): UserDataFile[] | undefined {
  const files: UserDataFile[] = [];
  for (const [index, entry] of entries.entries()) {
    const file = knownFile(index === entries.length - 1 ? entry.slice(0, -1) : entry);
    if (file === undefined) return undefined;
    files.push(file);
  }
  return files;
}

function commandsIn(head: string): string[][] | undefined {
  const [, lines] = HEAD.exec(head) ?? [];
  if (lines === undefined || !PLAIN.test(head)) return undefined;
  const commands: string[][] = [];
  for (const line of lines.split("\n").slice(0, -1)) {
    const words = wordsIn(line.slice("  - ".length));
    if (words === undefined) return undefined;
    commands.push(words);
  }
  return commands;
}

function wordsIn(list: string): string[] | undefined {
  try {
    const words: unknown = JSON.parse(list);
    const isWords = Array.isArray(words) && words.every((word) => typeof word === "string");
    return isWords ? words : undefined;
  } catch {
    return undefined;
  }
}

const MOST_FILES = 256;
const MOST_DOCUMENTS = 16;

/** Files that servers of a project have in common are read once, and are the same object. */
const knownFiles = new Map<string, UserDataFile>();

function knownFile(entry: string): UserDataFile | undefined {
  const known = knownFiles.get(entry);
  if (known !== undefined) return known;
  const file = fileIn(entry);
  if (knownFiles.size === MOST_FILES) knownFiles.clear();
  if (file !== undefined) knownFiles.set(entry, file);
  return file;
}

function fileIn(entry: string): UserDataFile | undefined {
  const [start, path = "", permissions = ""] = FILE.exec(entry) ?? [];
  if (start === undefined || !PLAIN.test(entry)) return undefined;
  const block = entry.slice(start.length);
  if (OUTSIDE.test(block)) return undefined;
  return { path, content: `${block.replaceAll("\n      ", "\n")}\n`, permissions };
}

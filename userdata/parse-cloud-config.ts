import { decompress } from "./gzip";
import { type CloudConfig, parseRendered } from "./parse-rendered";
import type { UserDataFile } from "./types";
import { UserDataError } from "./user-data-error";

/** Whether cloud-init would take this text for a cloud-config document: its first line says so. */
export function isCloudConfig(text: string): boolean {
  return /^#cloud-config[^\S\n]*(\n|$)/.test(text);
}

/**
 * The files and commands of a cloud-config document.
 *
 * @param limitBytes the most that packed file contents may unpack to, all together
 * @throws UserDataError when the YAML is broken or an entry is not what cloud-init takes
 */
export function parseCloudConfig(text: string, limitBytes: number): CloudConfig {
  return parseRendered(text) ?? parseAnybodys(text, limitBytes);
}

/** The same by a YAML parser, whoever wrote it. */
export function parseAnybodys(text: string, limitBytes: number): CloudConfig {
  const config = parseYaml(text);
  let left = limitBytes;
  const files = listOf(config.write_files, "write_files").map((entry, index) => {
    const file = parseFile(entry, `write_files[${index}]`, left);
    left -= Buffer.byteLength(file.content);
    return file;
  });
  const commands = listOf(config.runcmd, "runcmd").map((entry, index) =>
    parseCommand(entry, `runcmd[${index}]`),
  );
  return { files, commands };
}

function parseYaml(text: string): Record<string, unknown> {
  // Loaded here: whoever only renders does not pay for it.
  const { parseDocument } = require("yaml") as typeof import("yaml");
  let value: unknown;
  try {
    // As cloud-init's parser: YAML 1.1, and the last of two equal keys counts.
    const document = parseDocument(text, { version: "1.1", uniqueKeys: false, prettyErrors: true });
    if (document.errors[0]) throw document.errors[0];
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = (error as Error).message.replace(/:?\n.*/s, "");
    throw new UserDataError(`user data must be a YAML document, got: ${reason}; correct the document`);
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) throw wrong("cloud-config", "a mapping", value);
  return value as Record<string, unknown>;
}

function listOf(value: unknown, where: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(where, "a list", value);
  return value;
}

function parseCommand(entry: unknown, where: string): string | string[] {
  if (typeof entry === "string") return entry;
  if (!Array.isArray(entry)) throw wrong(where, "text or a list", entry);
  return entry.map((word) => {
    if (word !== null && typeof word === "object") throw wrong(where, "a list of words", word);
    return String(word);
  });
}

function parseFile(entry: unknown, where: string, limitBytes: number): UserDataFile {
  if (entry === null || typeof entry !== "object" || Array.isArray(entry))
    throw wrong(where, "a mapping", entry);
  const {
    path,
    content = "",
    permissions = "0644",
    owner,
    encoding = "text/plain",
  } = entry as Record<string, unknown>;
  if (typeof path !== "string" || path === "") throw wrong(`${where}.path`, "text", path);
  if (typeof content !== "string" && content !== null) throw wrong(`${where}.content`, "text", content);
  return {
    path,
    content: decode(content ?? "", String(encoding), `${where}.encoding`, limitBytes),
    permissions: parsePermissions(permissions, `${where}.permissions`),
    ...(typeof owner === "string" && owner !== "root:root" ? { owner } : {}),
  };
}

function parsePermissions(value: unknown, where: string): string {
  // Written without quotes, YAML 1.1 reads 0644 as an octal number.
  const text = typeof value === "number" ? value.toString(8).padStart(4, "0") : value;
  if (typeof text !== "string" || !/^(0o)?[0-7]{3,5}$/.test(text))
    throw wrong(where, "octal digits such as 0644", value);
  return text.replace("0o", "");
}

function decode(content: string, encoding: string, where: string, limitBytes: number): string {
  const name = encoding.toLowerCase().trim();
  if (name === "text/plain") return content;
  const isBase64 = /^(b64|base64|gz\+b64|gzip\+b64|gz\+base64|gzip\+base64)$/.test(name);
  const isGzip = /^(gz|gzip)/.test(name);
  if (!isBase64 && !/^(gz|gzip)$/.test(name))
    throw wrong(where, "one that cloud-init knows (b64, gzip, gz+b64)", encoding);
  const bytes = Buffer.from(content, isBase64 ? "base64" : "latin1");
  return (isGzip ? decompress(bytes, Math.max(limitBytes, 1)) : bytes).toString("utf8");
}

function wrong(where: string, what: string, value: unknown): UserDataError {
  const shown = JSON.stringify(value)?.slice(0, 60) ?? "nothing";
  return new UserDataError(`user data: ${where} must be ${what}, got ${shown}; correct the document`);
}

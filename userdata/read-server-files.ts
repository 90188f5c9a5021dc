import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserDataError } from "./user-data-error";

/** The files of the server that an instance needs, by name. */
export const SERVER_FILES = [
  "app.js",
  "drain.js",
  "package-lock.json",
  "package.json",
  "server.js",
  "settings.js",
] as const;

/** Beside this directory in the source tree, and beside its compiled form in the built package. */
const SERVER_DIRECTORY = resolve(__dirname, "../server");

/**
 * Reads the server's files from disk: the same text that runs on this machine.
 *
 * Line ends are `\n` even where a checkout made them `\r\n`, or the same commit would give two documents.
 *
 * @throws UserDataError when a file is missing
 */
export function readServerFiles(
  directory = SERVER_DIRECTORY,
): { readonly name: string; readonly text: string }[] {
  return SERVER_FILES.map((name) => {
    try {
      return { name, text: readFileSync(resolve(directory, name), "utf8").replaceAll("\r\n", "\n") };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "unknown";
      throw new UserDataError(
        `server file ${name} must be in ${directory}, got ${code}; install the package again`,
      );
    }
  });
}

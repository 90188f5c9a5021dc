import { posix } from "node:path";

/** Names below it are created here; a name longer than this is refused by most file systems. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 1024;

/**
 * A path of the instance as a relative path below a directory of this machine, or undefined when it cannot be one:
 * not absolute, with `..` or `.` in it, with a NUL, too long, or the root itself.
 */
export function belowRoot(path: string): string | undefined {
  if (!path.startsWith("/") || path.length > LONGEST_PATH || path.includes("\0")) return undefined;
  const names = path.split("/").filter((name) => name !== "");
  const isPlain = names.every(
    (name) =>
      name !== "." && name !== ".." && !name.includes("\\") && Buffer.byteLength(name) <= LONGEST_NAME,
  );
  return isPlain && names.length > 0 ? names.join("/") : undefined;
}

/** Whether a path lies in a directory, both absolute paths of the instance. */
export function isInside(path: string, directory: string): boolean {
  const start = posix.normalize(directory).replace(/\/*$/, "/");
  return posix.normalize(path).startsWith(start);
}

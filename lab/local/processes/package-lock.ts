import { posix } from "node:path";

/** One package of a lock file, by its place in `node_modules`. */
export interface LockedPackage {
  readonly version: string;
  /** Names of what it needs, without the optional. */
  readonly needs: readonly string[];
}

/** Places such as `node_modules/a/node_modules/b`; the project itself is the empty place. */
export type PackageLock = ReadonlyMap<string, LockedPackage>;

/** Reads a package-lock.json of version 2 or 3, anybody's; undefined when it is not one. */
export function parsePackageLock(text: string): PackageLock | undefined {
  const packages = recordOf(recordOf(parseJson(text))?.packages);
  if (packages === undefined) return undefined;
  const lock = new Map<string, LockedPackage>();
  for (const [place, value] of Object.entries(packages)) {
    const entry = recordOf(value);
    if (entry === undefined) return undefined;
    const needs = Object.keys(recordOf(entry.dependencies) ?? {});
    lock.set(place, { version: typeof entry.version === "string" ? entry.version : "", needs });
  }
  return lock.has("") ? lock : undefined;
}

/** Where Node.js would find a package for the one at this place, or undefined. */
export function lockedPlace(lock: PackageLock, from: string, name: string): string | undefined {
  for (let place = from; ; place = parentOf(place)) {
    const candidate = posix.join(place, "node_modules", name);
    if (lock.has(candidate)) return candidate;
    if (place === "") return undefined;
  }
}

function parentOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf("node_modules/") - 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { lockedPlace, type PackageLock } from "./package-lock";

/**
 * Directories of the packages that the locked project needs directly, by name, found from this directory upwards; or
 * undefined when one of them, or anything they need, is missing or has another version than the lock says.
 */
export function findInstalled(lock: PackageLock, from: string): ReadonlyMap<string, string> | undefined {
  const direct = new Map<string, string>();
  const seen = new Set<string>();
  const left: Found[] = [{ place: "", directory: from }];
  for (let found = left.pop(); found !== undefined; found = left.pop()) {
    for (const name of lock.get(found.place)?.needs ?? []) {
      const needed = findSame(lock, found, name);
      if (needed === undefined) return undefined;
      if (found.place === "") direct.set(name, needed.directory);
      // The same place may be reached on several ways, with different directories each time.
      const way = `${needed.place}\n${needed.directory}`;
      if (!seen.has(way)) left.push(needed);
      seen.add(way);
    }
  }
  return direct;
}

interface Found {
  readonly place: string;
  readonly directory: string;
}

function findSame(lock: PackageLock, from: Found, name: string): Found | undefined {
  const place = lockedPlace(lock, from.place, name);
  const locked = place === undefined ? undefined : lock.get(place);
  const installed = isPackageName(name) ? findPackage(from.directory, name) : undefined;
  if (place === undefined || installed === undefined || installed.version !== locked?.version)
    return undefined;
  return { place, directory: installed.directory };
}

/** A name that cannot lead out of `node_modules`. */
function isPackageName(name: string): boolean {
  return /^(@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/.test(name);
}

/** Looks where `require` looks. Not `require.resolve`: a package may not export its package.json. */
function findPackage(from: string, name: string): { directory: string; version: string } | undefined {
  for (let directory = from; ; directory = dirname(directory)) {
    const candidate = join(directory, "node_modules", name);
    const version = versionOf(candidate);
    if (version !== undefined) return { directory: realpathSync(candidate), version };
    if (dirname(directory) === directory) return undefined;
  }
}

function versionOf(directory: string): string | undefined {
  try {
    const { version } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}

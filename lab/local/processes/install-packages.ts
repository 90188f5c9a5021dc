import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const TIMEOUT_MS = 180_000;

/** The foreign packages run no script, and a network that is not there is said within seconds. */
const OPTIONS = [
  ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"],
  ["--fetch-retries=2", "--fetch-retry-mintimeout=200", "--fetch-retry-maxtimeout=1000"],
].flat();

/** Installs what a lock file says. */
export interface Installer {
  /** The `node_modules` with exactly these packages; rejects with one line when npm cannot. */
  install(manifest: string, lock: string): Promise<string>;
}

/**
 * Packages are kept by the hash of their lock: targets with the same lock install once, later runs not at all.
 *
 * @param signal ends what is being installed
 */
export function createInstaller(
  cacheDirectory: string,
  runDirectory: string,
  signal: AbortSignal,
): Installer {
  const installed = new Map<string, Promise<string>>();
  const parent = join(cacheDirectory, "packages");
  return {
    install(manifest, lock) {
      const key = createHash("sha256")
        .update(`${process.version}\0${manifest}\0${lock}`)
        .digest("hex")
        .slice(0, 32);
      const known = installed.get(key) ?? installOnce({ parent, runDirectory, key, manifest, lock, signal });
      installed.set(key, known);
      // The network may be back when somebody starts the target again.
      known.catch(() => installed.delete(key));
      return known;
    },
  };
}

interface Installation {
  readonly parent: string;
  readonly runDirectory: string;
  readonly key: string;
  readonly manifest: string;
  readonly lock: string;
  readonly signal: AbortSignal;
}

async function installOnce(installation: Installation): Promise<string> {
  const { parent, runDirectory, key, manifest, lock, signal } = installation;
  const directory = join(parent, key);
  const modules = join(directory, "node_modules");
  if (existsSync(directory)) return modules;
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const draft = await mkdtemp(join(runDirectory, "install-"));
  try {
    // Only these two: an .npmrc of the document could send this user's secrets to a registry of its choice.
    await writeFile(join(draft, "package.json"), manifest);
    await writeFile(join(draft, "package-lock.json"), lock);
    await runNpm(draft, signal);
    await mkdir(join(draft, "node_modules"), { recursive: true });
    // Whole or not at all, also when two runs install at the same time.
    await rename(draft, directory).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(directory)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return modules;
}

function runNpm(directory: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(
      "npm",
      ["ci", ...OPTIONS],
      { cwd: directory, timeout: TIMEOUT_MS, maxBuffer: 4 * 1024 * 1024, signal },
      (error, _stdout, stderr) => {
        if (error === null) resolve();
        else
          reject(
            new Error(
              `npm ci must install the locked packages, got ${reasonOf(error, stderr)}; check the network`,
            ),
          );
      },
    );
  });
}

function reasonOf(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.killed) return `nothing within ${TIMEOUT_MS / 1000} s`;
  const code = /npm (?:error|ERR!) code (\w+)/.exec(stderr)?.[1];
  return code ?? String(error.code ?? "a failure");
}

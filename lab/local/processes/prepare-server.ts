import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { findInstalled } from "./find-installed";
import type { Installer } from "./install-packages";
import type { LaunchPlan } from "./launch-plan";
import { parsePackageLock } from "./package-lock";

/** Writes a server's files below a directory of its own and gives it its packages. */
export async function prepareServer(
  plan: LaunchPlan,
  directory: string,
  linkFrom: readonly string[],
  installer: Installer,
): Promise<void> {
  const workingDirectory = join(directory, plan.workingDirectory);
  try {
    await rm(directory, { recursive: true, force: true });
    await writeFiles(plan.files, directory, workingDirectory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`its files must fit into one directory, got ${code}; correct their paths`);
  }
  const brought = join(plan.workingDirectory, "node_modules/");
  if (![...plan.files.keys()].some((path) => path.startsWith(brought)))
    await addPackages(plan, join(workingDirectory, "node_modules"), linkFrom, installer);
}

async function writeFiles(
  files: ReadonlyMap<string, string>,
  directory: string,
  workingDirectory: string,
): Promise<void> {
  await mkdir(workingDirectory, { recursive: true, mode: 0o700 });
  for (const [path, content] of files) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // Nothing was there before: a link that could lead out, or a second file, is an error.
    await writeFile(file, content, { mode: 0o600, flag: "wx" });
  }
}

async function addPackages(
  { manifest, lock: text }: LaunchPlan,
  modules: string,
  linkFrom: readonly string[],
  installer: Installer,
): Promise<void> {
  const lock = text === undefined ? undefined : parsePackageLock(text);
  if (manifest === undefined || text === undefined || lock === undefined) return;
  const linked = firstOf(linkFrom, (from) => findInstalled(lock, from));
  if (linked === undefined) {
    await symlink(await installer.install(manifest, text), modules, "junction");
    return;
  }
  for (const [name, installed] of linked) {
    const link = join(modules, name);
    await mkdir(dirname(link), { recursive: true, mode: 0o700 });
    await symlink(installed, link, "junction");
  }
}

function firstOf<I, O>(values: readonly I[], of: (value: I) => O | undefined): O | undefined {
  for (const value of values) {
    const found = of(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

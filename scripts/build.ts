import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const dist = join(root, "dist");

/** What is plain JavaScript and text: it is read or run from disk as it is. */
const plainFolders = ["server", "lab/local/dashboard/page", "lab/local/processes/child"];

/** Writes the package to `dist`: rooms as JavaScript with types, plain folders as they are. */
function build(): number {
  rmSync(dist, { recursive: true, force: true });
  const compiler = [require.resolve("typescript/lib/tsc.js"), "--project", join(root, "tsconfig.build.json")];
  const { status } = spawnSync(process.execPath, compiler, { stdio: "inherit" });
  if (status !== 0) return 1;
  for (const folder of plainFolders)
    cpSync(join(root, folder), join(dist, folder), { recursive: true, filter: isPackaged });
  return 0;
}

/** Settings of npm and installed packages stay here. */
function isPackaged(path: string): boolean {
  return !basename(path).startsWith(".") && basename(path) !== "node_modules";
}

process.exitCode = build();

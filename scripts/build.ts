import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const dist = join(root, "dist");

/** Writes the package to `dist`: constructs and user data as JavaScript with types, and the server as it is. */
function build(): number {
  rmSync(dist, { recursive: true, force: true });
  const compiler = [require.resolve("typescript/lib/tsc.js"), "--project", join(root, "tsconfig.build.json")];
  const { status } = spawnSync(process.execPath, compiler, { stdio: "inherit" });
  if (status !== 0) return 1;
  cpSync(join(root, "server"), join(dist, "server"), { recursive: true, filter: isServerFile });
  return 0;
}

/** Settings of npm and installed packages stay here. */
function isServerFile(path: string): boolean {
  return !basename(path).startsWith(".") && basename(path) !== "node_modules";
}

process.exitCode = build();

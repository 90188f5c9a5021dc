import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** The directory of the project. */
export const root = join(__dirname, "../..");

/** What a script printed and how it ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a TypeScript file of the project as npm does, and waits until it has ended. */
export function runScript(file: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Ended {
  const tsNode = join(root, "node_modules/ts-node/dist/bin.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsNode, file, ...words], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return { exitCode: status, out: stdout, err: stderr };
}

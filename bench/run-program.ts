import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What one run of a program took. */
export interface Run {
  /** From start to end of the process, in milliseconds. */
  readonly wholeMs: number;
  /** What the program itself measured and printed: building and synthesizing, in milliseconds. */
  readonly buildMs: number;
  /** Text of the stack's `cdk.tf.json`; empty without a `stack` to read. */
  readonly json: string;
}

export const root = resolve(__dirname, "..");
const tsNode = require.resolve("ts-node/dist/bin.js");

/** The words that run a TypeScript file; every measured program is run by the same ones. */
export function tsNodeCommand(file: string, ...words: readonly string[]): readonly string[] {
  return [process.execPath, tsNode, "--transpile-only", file, ...words];
}

/**
 * Runs a command at the project's root, with an output directory of its own, and waits for its end.
 *
 * @param stack the stack whose output is wanted
 * @throws when the command fails, with what it printed
 */
export function runProgram([program = "", ...words]: readonly string[], stack?: string): Run {
  const outdir = mkdtempSync(join(tmpdir(), "alb-lab-bench-"));
  try {
    const env = { ...process.env, CDKTF_OUTDIR: outdir };
    const started = performance.now();
    const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: root, env, encoding: "utf8" });
    const wholeMs = performance.now() - started;
    if (error) throw error;
    if (status !== 0) {
      throw new Error(`${words.join(" ")}: must exit with 0, got ${status}; it said:\n${stdout}${stderr}`);
    }
    const json = stack ? readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8") : "";
    return { wholeMs, buildMs: Number(stdout), json };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

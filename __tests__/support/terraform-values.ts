import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What Terraform makes of texts in JSON. Each becomes an output that is planned without provider, network or
 * state.
 */
export function terraformValues(texts: readonly string[]): string[] {
  const directory = mkdtempSync(join(tmpdir(), "literal-"));
  try {
    const output = Object.fromEntries(texts.map((value, index) => [`text_${index}`, { value }]));
    writeFileSync(join(directory, "main.tf.json"), JSON.stringify({ output }));
    terraform(directory, "init", "-input=false");
    terraform(directory, "plan", "-input=false", "-out=plan");
    const { planned_values: planned } = JSON.parse(terraform(directory, "show", "-json", "plan"));
    return texts.map((_, index) => planned.outputs[`text_${index}`].value);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function terraform(cwd: string, ...words: string[]): string {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1" };
  const { status, stdout, stderr } = spawnSync("terraform", words, { cwd, env, encoding: "utf8" });
  if (status === 0) return stdout;
  throw new Error(`terraform ${words[0]} must succeed, got exit code ${status}: ${stderr}`);
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordedMove } from "../../../../constructs";
import type { EnvironmentName, EnvironmentSettings } from "../../../../environments";
import type { Edit, Files } from "../edit";

/** What differs from the environment of this project. */
export type LabChanges = Partial<EnvironmentSettings> & { readonly moves?: readonly RecordedMove[] };

/**
 * An environment of this project as its constructs synthesize it, with its state beside it. cdktf is loaded when
 * this is called: whoever reads stored plans needs none of it.
 */
export function labFiles(name: EnvironmentName, changes: LabChanges = {}): Files {
  const outdir = mkdtempSync(join(tmpdir(), "alb-lab-corpus-synth-"));
  try {
    const json = synthesize(name, changes, outdir);
    delete json["//"];
    delete json.terraform.backend;
    return { "cdk.tf.json": `${JSON.stringify(json, undefined, 2)}\n` };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The same environment with other settings, synthesized anew. */
export function environment(name: EnvironmentName, changes: LabChanges): Edit {
  return () => labFiles(name, changes);
}

function synthesize(name: EnvironmentName, { moves, ...changes }: LabChanges, outdir: string) {
  const { App } = require("cdktf") as typeof import("cdktf");
  const { LabStack } = require("../../../../constructs") as typeof import("../../../../constructs");
  const { environments, selectEnvironments } =
    require("../../../../environments") as typeof import("../../../../environments");
  const all = { ...environments, [name]: { ...environments[name], ...changes } };
  const [settings] = selectEnvironments([name], all);
  if (settings === undefined) throw new Error(`${name} must be an environment, got nothing`);
  const app = new App({ outdir });
  new LabStack(app, name, { ...settings, ...(moves && { moves }) });
  app.synth();
  return JSON.parse(readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"));
}

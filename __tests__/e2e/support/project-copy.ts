import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EnvironmentName, type EnvironmentSettings, environments } from "../../../environments";

const root = join(__dirname, "../../..");

/** What a synth or a deploy reads. */
const sources = ["constructs", "environments", "lab", "scripts", "server", "userdata"];
const files = ["main.ts", "cdktf.json", "package.json", "tsconfig.json"];

/**
 * A copy of the project in a temporary directory, so that a deploy leaves this one's output and state alone. The
 * installed packages are shared.
 */
export class ProjectCopy {
  public readonly directory = mkdtempSync(join(tmpdir(), "alb-lab-e2e-"));

  public constructor() {
    for (const name of [...sources, ...files])
      cpSync(join(root, name), join(this.directory, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(this.directory, "node_modules"));
  }

  /** Where the synthesized stack of an environment lies. */
  public stack(name: EnvironmentName): string {
    return join(this.directory, "cdktf.out/stacks", name);
  }

  /** Where the state of an environment without a state bucket lies: where a synth is run. */
  public stateFile(name: EnvironmentName): string {
    return join(this.directory, `terraform.${name}.tfstate`);
  }

  /** Changes what the file of an environment says, as its owner would by hand. */
  public change(name: EnvironmentName, changes: Partial<EnvironmentSettings>): void {
    const settings = JSON.stringify({ ...environments[name], ...changes }, undefined, 2);
    const text = `import { defineEnvironment } from "./settings";\n\nexport const ${name} = defineEnvironment(${settings});\n`;
    writeFileSync(join(this.directory, `environments/${name}.ts`), text);
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}

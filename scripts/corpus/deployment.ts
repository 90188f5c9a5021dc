import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { outputOf, type RunOptions } from "../../__tests__/e2e/support/child-process";
import { type Moto, startMoto } from "../../__tests__/e2e/support/moto";
import { dummyAccount } from "../../__tests__/e2e/support/surroundings";
import { emptyPlan } from "../../__tests__/e2e/support/terraform";
import type { Base, Case } from "../../__tests__/review/corpus/case";
import type { Files } from "../../__tests__/review/corpus/edit";

/** A base that is applied to an emulator of its own, and that plans nothing as it is. */
export class Deployment {
  readonly #root = mkdtempSync(join(tmpdir(), "alb-lab-corpus-"));
  readonly #files: Files;
  readonly #moto: Moto;
  /** What the files say for a name of the emulator. */
  readonly madeUp: Map<string, string> = new Map();

  private constructor(base: Base, moto: Moto) {
    this.#files = base.read();
    this.#moto = moto;
  }

  static async start(base: Base): Promise<Deployment> {
    const deployment = new Deployment(base, await startMoto());
    try {
      await deployment.#apply(base);
    } catch (error) {
      await deployment.stop();
      throw error;
    }
    return deployment;
  }

  /** What `terraform show -json` prints for an edited base. */
  async plan({ edit, options = [], drift }: Case): Promise<string> {
    const directory = mkdtempSync(join(this.#root, "case-"));
    try {
      cpSync(join(this.#root, "base"), directory, { recursive: true, verbatimSymlinks: true });
      for (const name of Object.keys(this.#files)) rmSync(join(directory, name));
      this.#write(directory, edit(this.#files));
      if (drift) driftAway(join(directory, "terraform.tfstate"), drift);
      const run = this.#run(directory);
      await outputOf("terraform", ["init", "-no-color"], run);
      await outputOf("terraform", ["plan", "-no-color", "-out=change.tfplan", ...options], run);
      return await outputOf("terraform", ["show", "-json", "change.tfplan"], run);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }

  async stop(): Promise<void> {
    await this.#moto.stop();
    rmSync(this.#root, { recursive: true });
  }

  async #apply({ name, hostedZones = {} }: Base): Promise<void> {
    const directory = join(this.#root, "base");
    const run = this.#run(directory);
    mkdirSync(directory);
    for (const [text, domain] of Object.entries(hostedZones))
      this.madeUp.set(await createHostedZone(domain, run), text);
    this.#write(directory, this.#files);
    await outputOf("terraform", ["init", "-no-color"], run);
    await outputOf("terraform", ["apply", "-no-color", "-auto-approve"], run);
    // what other resources changed of a resource belongs into the state, else every plan shows it as drift
    await outputOf("terraform", ["apply", "-no-color", "-auto-approve", "-refresh-only"], run);
    await emptyPlan(run).catch((error: Error) => {
      throw new Error(`base ${name} must plan nothing as it is\n${error.message}`);
    });
  }

  #run(cwd: string): RunOptions {
    return { cwd, env: dummyAccount({ AWS_ENDPOINT_URL: this.#moto.url }) };
  }

  #write(directory: string, files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      const file = join(directory, name);
      mkdirSync(dirname(file), { recursive: true });
      const given = [...this.madeUp].reduce((all, [real, said]) => all.replaceAll(said, real), text);
      writeFileSync(file, given);
    }
  }
}

interface State {
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: Record<string, unknown> }[];
  }[];
}

function driftAway(file: string, drift: NonNullable<Case["drift"]>): void {
  const state: State = JSON.parse(readFileSync(file, "utf8"));
  drift((address) => {
    const found = state.resources.find(({ type, name }) => `${type}.${name}` === address);
    const attributes = found?.instances[0]?.attributes;
    if (!attributes) throw new Error(`${address} must be in the state, got nothing`);
    return attributes;
  });
  writeFileSync(file, JSON.stringify(state));
}

async function createHostedZone(domain: string, { env }: RunOptions): Promise<string> {
  const words = ["route53", "create-hosted-zone", "--name", domain, "--caller-reference", domain];
  const printed = await outputOf("aws", [...words, "--region", "us-east-1", "--output", "json"], {
    cwd: tmpdir(),
    env,
  });
  const { HostedZone } = JSON.parse(printed) as { HostedZone: { Id: string } };
  return HostedZone.Id.replace("/hostedzone/", "");
}

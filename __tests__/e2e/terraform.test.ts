import { spawnSync } from "node:child_process";
import { environmentNames } from "../../environments";
import { outputOf } from "./support/child-process";
import { ProjectCopy } from "./support/project-copy";
import { dummyAccount, unreachable } from "./support/surroundings";
import { describeWithTools } from "./support/tools";

jest.setTimeout(300_000);

/** A network namespace without any network, where the kernel gives one to this user; else only proxies that refuse. */
const isolated = ["unshare", "--map-root-user", "--net"];
const [unshare = "", ...namespace] = isolated;
const isIsolated = spawnSync(unshare, [...namespace, "true"]).status === 0;

describeWithTools("every environment in real Terraform", ["terraform", "aws-provider"], () => {
  let copy: ProjectCopy;

  beforeAll(async () => {
    copy = new ProjectCopy();
    await outputOf("npm", ["run", "synth"], { cwd: copy.directory, env: dummyAccount() });
  });
  afterAll(() => copy?.remove());

  test.each(environmentNames)(
    "%s is valid and plans with dummy credentials and no network, reading nothing from AWS",
    async (name) => {
      const cwd = copy.stack(name);
      await outputOf("terraform", ["init", "-no-color"], { cwd, env: dummyAccount() });
      const env = dummyAccount(unreachable);
      await outputOf("terraform", ["validate", "-no-color"], { cwd, env });

      const plan = ["terraform", "plan", "-no-color", "-refresh=false"];
      const [program = "", ...args] = isIsolated ? [...isolated, ...plan] : plan;
      const printed = await outputOf(program, args, { cwd, env });

      expect(printed).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/m);
      expect(printed).not.toMatch(/Warning|deprecated/i); // G47
    },
  );
});

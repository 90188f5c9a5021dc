import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Moto, startMoto } from "../e2e/support/moto";
import { dummyAccount } from "../e2e/support/surroundings";
import { describeWithTools } from "../e2e/support/tools";
import { type FakeGithub, startGithub } from "./support/fake-github";
import { type Ended, runJob } from "./support/run-job";
import { newDirectory, removeDirectories } from "./support/run-script";
import { smallStack } from "./support/small-stack";
import { root } from "./support/workflows";

jest.setTimeout(240_000);

const region = "us-east-1";
const values = {
  "inputs.environment": "dev",
  "matrix.environment": "dev",
  "vars.AWS_REGION": region,
  "vars[format('PLAN_ROLE_ARN_{0}', matrix.environment)]": "arn:aws:iam::123456789012:role/plan",
  "secrets.REVIEW_PASSPHRASE != ''": "true",
  "secrets.REVIEW_PASSPHRASE": "who reviews knows it",
  "secrets.PLAN_PASSPHRASE": "only who keeps and applies knows it",
  "github.event.pull_request.head.sha": "b".repeat(40),
  "github.event.pull_request.number": "7",
  "github.server_url": "https://github.com",
  "github.repository": "team/lab",
  "github.run_id": "41",
  "github.token": "token-of-the-job",
};

/** The life of one change, in order; what GitHub carries between jobs is copied. */
describeWithTools(
  "a pull request, from its plan to its apply",
  ["terraform", "aws-provider", "moto_server"],
  () => {
    const repository = newDirectory();
    let moto: Moto;
    let github: FakeGithub;
    let env: NodeJS.ProcessEnv;
    let planned: string;
    let kept: string;

    const git = (cwd: string, ...words: string[]) => execFileSync("git", words, { cwd, stdio: "pipe" });
    const commit = (text: string) => {
      writeFileSync(join(repository, "file"), text);
      git(repository, "add", "--all");
      const author = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.com"];
      git(repository, ...author, "commit", "--quiet", "--message", text);
    };

    /** Runs a job on a clone of its own, with artifacts and stacks that earlier jobs have left. */
    async function run(
      file: string,
      job: string,
      artifacts: Record<string, string>,
    ): Promise<Ended & { cwd: string }> {
      const cwd = newDirectory();
      git(cwd, "clone", "--quiet", repository, ".");
      const download = () => {
        for (const [to, from] of Object.entries(artifacts)) cpSync(from, join(cwd, to), { recursive: true });
      };
      const ended = await runJob(file, job, {
        cwd,
        env,
        values,
        actions: { "actions/download-artifact": download },
      });
      return { ...ended, cwd };
    }

    const synth = (stack: unknown) => {
      const directory = newDirectory();
      mkdirSync(join(directory, "stacks/dev"), { recursive: true });
      writeFileSync(join(directory, "stacks/dev/cdk.tf.json"), JSON.stringify(stack));
      return directory;
    };
    const plan = (stack: unknown) => run("pull-request.yml", "plan", { synth: synth(stack) });
    const apply = (from: string) => run("apply-environment.yml", "apply", { kept: join(from, "kept") });

    beforeAll(async () => {
      moto = await startMoto();
      await fetch(`${moto.url}/lab-state`, { method: "PUT" });
      github = await startGithub(({ method }) => [
        200,
        method === "GET" ? [] : { html_url: "https://github.com" },
      ]);
      env = dummyAccount({
        AWS_ENDPOINT_URL: moto.url,
        TS_NODE_PROJECT: join(root, "tsconfig.json"),
        ...github.env,
      });
      git(repository, "init", "--quiet");
      cpSync(join(root, ".github"), join(repository, ".github"), { recursive: true });
      const command = `node --require ${root}/node_modules/ts-node/register ${root}/cli/main.ts`;
      writeFileSync(join(repository, "package.json"), JSON.stringify({ scripts: { "alb-lab": command } }));
      writeFileSync(
        join(repository, "package-lock.json"),
        JSON.stringify({ lockfileVersion: 3, packages: {} }),
      );
      commit("a change");
    });
    afterAll(async () => {
      await moto?.stop();
      await github?.stop();
      removeDirectories();
    });

    test("is planned, and the plan is sealed", async () => {
      const { failed, out, cwd } = await plan(smallStack(region));
      expect({ failed, out }).toEqual({ failed: undefined, out: expect.stringContaining("Plan: 1 to add") });
      expect(readFileSync(join(cwd, "outcome/dev.outcome"), "utf8")).toBe("planned\n");
      expect(existsSync(join(cwd, "synth/stacks/dev/plan.tfplan"))).toBe(false);
      planned = cwd;
    });

    test("is kept for the apply, with a passphrase that nothing else knows before the merge", async () => {
      const { failed, out, cwd } = await run("pull-request.yml", "keep", {
        outcome: join(planned, "outcome"),
      });
      expect({ failed, out }).toEqual({ failed: undefined, out: "" });
      expect(readdirSync(join(cwd, "kept"))).toEqual(["dev.sealed"]);
      kept = cwd;
    });

    test("is not applied when it is only sealed for the review", async () => {
      const forged = newDirectory();
      cpSync(join(planned, "outcome"), join(forged, "kept"), { recursive: true });
      expect(await apply(forged)).toMatchObject({
        failed: "Open the plan, if it was made from these very files",
        out: expect.stringContaining("was changed after it was made, or the passphrase was"),
      });
    });

    test("is reviewed, and the review becomes a comment", async () => {
      for (const name of ["staging", "prod"])
        writeFileSync(join(planned, `outcome/${name}.outcome`), "skipped\n");
      const { failed, out, cwd } = await run("pull-request.yml", "review", {
        outcome: join(planned, "outcome"),
      });
      expect({ failed, out }).toEqual({ failed: undefined, out: expect.stringMatching(/safe/i) });
      expect(out).toContain("Not set up, and not planned: staging prod.");

      const comment = await run("pull-request.yml", "comment", { review: cwd });
      expect(comment).toMatchObject({ failed: undefined, out: expect.stringMatching(/^written: /) });
      expect(github.asked.at(-1)?.body.body).toContain(readFileSync(join(cwd, "comment.md"), "utf8"));
    });

    test("is not applied to files that nobody reviewed", async () => {
      commit("another change, merged in between");
      const { failed, out } = await apply(kept);
      expect(failed).toBe("Open the plan, if it was made from these very files");
      expect(out).toMatch(/^::error::the plan of dev was made from other files/);
      git(repository, "reset", "--quiet", "--hard", "HEAD~");
    });

    test("is applied as it was reviewed", async () => {
      const { failed, out } = await apply(kept);
      expect({ failed, out }).toEqual({
        failed: undefined,
        out: expect.stringContaining("1 added, 0 changed"),
      });
      expect(out).toContain("dev: the reviewed plan is applied");
    });

    test("is not applied twice, and who tries reads what to do", async () => {
      const { failed, out } = await apply(kept);
      expect(failed).toBe("Apply");
      expect(out).toContain("Saved plan is stale");
      expect(out).toContain("open a pull request, which may be empty");
    });

    test("changes nothing when its plan fails, as where no bucket keeps the state", async () => {
      const { failed, out, cwd } = await plan({ ...smallStack(region), terraform: {} });
      expect(failed).toBe("Plan");
      expect(out).toMatch(/^::error::the state of dev must lie in a bucket/);
      expect(readFileSync(join(cwd, "outcome/dev.outcome"), "utf8")).toBe("failed\n");
      mkdirSync(join(cwd, "kept"));
      expect(await apply(cwd)).toMatchObject({
        out: "::error::there is no plan of dev: its plan failed or was skipped\n",
      });
    });
  },
);

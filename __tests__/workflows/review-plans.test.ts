import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newDirectory, removeDirectories, runScript } from "./support/run-script";

afterAll(removeDirectories);

const url = "https://github.com/team/lab/actions/runs/1";

/** A directory with what the jobs of all environments have left, and a review of the plans that ends with a code. */
async function review(outcomes: Record<string, string>, exitCode = 0, printed = "called: $*") {
  const cwd = newDirectory();
  for (const name of ["outcome", "plans"]) mkdirSync(join(cwd, name));
  for (const [name, outcome] of Object.entries(outcomes))
    writeFileSync(join(cwd, "outcome", `${name}.outcome`), `${outcome}\n`);
  const bin = newDirectory();
  writeFileSync(join(bin, "npm"), `#!/bin/sh\n[ -z "${printed}" ] || echo "${printed}"\nexit ${exitCode}\n`);
  chmodSync(join(bin, "npm"), 0o755);
  const settings = { ENVIRONMENTS: "dev staging prod", RUN_URL: url, HEAD_SHA: "b".repeat(40) };
  const told = await runScript(
    "review-plans.sh",
    [],
    { ...settings, PATH: `${bin}:${process.env.PATH}` },
    cwd,
  );
  const file = join(cwd, "comment.md");
  return { ...told, comment: existsSync(file) ? readFileSync(file, "utf8") : undefined };
}

const planned = { dev: "planned", staging: "planned", prod: "planned" };

describe("the review of all plans", () => {
  it.each([0, 1, 2])("is made at once, and its exit code %d is that of the step", async (code) => {
    const { exitCode, comment, summary } = await review(planned, code);
    expect(exitCode).toBe(code);
    expect(comment).toMatch(
      /^called: run --silent alb-lab -- review plans\/dev\.json plans\/staging\.json plans\/prod\.json --format markdown\n/,
    );
    expect(summary).toBe(comment);
  });

  it("says at which commit it was planned, and in which run", async () => {
    const { comment } = await review(planned);
    expect(comment).toContain(`Planned at bbbbbbbbbbbb, [run](${url}).`);
  });

  it("says when it broke off, which is never green", async () => {
    const { exitCode, comment } = await review(planned, 1, "");
    expect(exitCode).toBe(1);
    expect(comment).toMatch(/^> \[!CAUTION\]\n> \*\*The review broke off\.\*\* \[Why\]/);
    expect((await review(planned, 2)).comment).not.toContain("broke off");
  });

  it("says first which plans failed, and is never green then", async () => {
    const { exitCode, comment } = await review({ ...planned, prod: "failed" });
    expect(exitCode).toBe(1);
    expect(comment).toMatch(/^> \[!CAUTION\]\n> \*\*Planning failed: prod\.\*\*/);
    expect(comment).toContain("review plans/dev.json plans/staging.json --format");
  });

  it("takes a plan that nobody has heard of for one that failed", async () => {
    const { exitCode, comment } = await review({ dev: "skipped", staging: "skipped" });
    expect(exitCode).toBe(1);
    expect(comment).toMatch(/^> \[!CAUTION\]\n> \*\*Planning failed: prod\.\*\*/);
    expect(comment).not.toContain("called:");
  });

  it("names environments that are not set up", async () => {
    const { exitCode, comment } = await review({ ...planned, staging: "skipped" });
    expect(exitCode).toBe(0);
    expect(comment).toContain("\nNot set up, and not planned: staging.\n");
  });

  it("is no comment where no environment is set up", async () => {
    const { exitCode, out, comment } = await review({ dev: "skipped", staging: "skipped", prod: "skipped" });
    expect({ exitCode, comment }).toEqual({ exitCode: 0, comment: undefined });
    expect(out).toMatch(/^::notice title=No plan is reviewed::/);
  });
});

describe("an environment", () => {
  const set = { ENVIRONMENT: "dev", PLAN_ROLE_ARN: "arn:aws:iam::1:role/p", AWS_REGION: "eu-west-1" };

  it("that is set up is planned, and failed until the plan is there", async () => {
    const cwd = newDirectory();
    const { outputs } = await runScript("is-set-up.sh", [], { ...set, HAS_PASSPHRASE: "true" }, cwd);
    expect(outputs).toBe("is-set-up=yes\n");
    expect(readFileSync(join(cwd, "outcome/dev.outcome"), "utf8")).toBe("failed\n");
  });

  it("that is not set up is skipped, with a notice of everything that is missing", async () => {
    const cwd = newDirectory();
    const unset = { ENVIRONMENT: "dev", PLAN_ROLE_ARN: "", AWS_REGION: "", HAS_PASSPHRASE: "false" };
    const { exitCode, out, outputs } = await runScript("is-set-up.sh", [], unset, cwd);
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: "is-set-up=no\n" });
    expect(out).toContain("::notice title=dev is not planned::");
    expect(out).toContain(
      "the variable PLAN_ROLE_ARN_DEV, the variable AWS_REGION, the secret REVIEW_PASSPHRASE.",
    );
    expect(readFileSync(join(cwd, "outcome/dev.outcome"), "utf8")).toBe("skipped\n");
  });
});

describe("plans", () => {
  const keep = (plan: string, review: string) =>
    runScript("keep-plans.sh", [], { ENVIRONMENTS: "dev", PLAN_PASSPHRASE: plan, REVIEW_PASSPHRASE: review });

  it("are not kept without a passphrase for them, with a notice", async () => {
    const { exitCode, out, outputs } = await keep("", "review");
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: "" });
    expect(out).toContain("has not set the secret PLAN_PASSPHRASE");
  });

  it("are not kept with the passphrase that the review knows", async () => {
    const { exitCode, out } = await keep("one", "one");
    expect(exitCode).toBe(1);
    expect(out).toContain("::error::PLAN_PASSPHRASE must not be REVIEW_PASSPHRASE");
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { jobs, scripts, steps, workflows } from "./support/workflows";

/** Every `uses:` that leads out of this repository, with its line's comment. */
const foreign = workflows.flatMap(({ file, text }) =>
  [...text.matchAll(/uses: (?<what>[^.\s]\S*)(?<comment>.*)/g)].map(({ groups }) => ({
    file,
    what: groups?.what ?? "",
    comment: groups?.comment ?? "",
  })),
);

describe("an action of somebody else", () => {
  it("is pinned by its commit, with the version beside it", () => {
    expect(foreign.length).toBeGreaterThan(10);
    for (const { what, comment } of foreign)
      expect(`${what}${comment}`).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("has one version in all workflows", () => {
    const pins = [...new Set(foreign.map(({ what, comment }) => what + comment))];
    expect(new Set(pins.map((pin) => pin.split("@")[0])).size).toBe(pins.length);
  });

  it("leaves no token in the checked out files", () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(4);
    for (const { place, step } of checkouts)
      expect({ place, kept: step.with?.["persist-credentials"] }).toEqual({ place, kept: false });
  });
});

describe("a workflow", () => {
  it("grants nothing by itself", () => {
    for (const { file, permissions } of workflows)
      expect({ file, permissions }).toEqual({ file, permissions: {} });
  });

  it("never starts on an event that hands secrets to the code of a fork", () => {
    for (const { on } of workflows)
      expect(JSON.stringify(on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/);
  });

  it("runs its scripts in a shell that stops at the first failure, in a pipe too", () => {
    for (const { file, defaults } of workflows)
      expect({ file, shell: defaults?.run?.shell }).toEqual({ file, shell: "bash" });
  });

  it("puts no text of an event into a script", () => {
    for (const { place, step } of steps)
      expect({ place, run: step.run ?? "" }).not.toHaveProperty("run", expect.stringContaining("${{"));
  });
});

describe("a job", () => {
  it("has its own permissions and an end", () => {
    for (const { place, job } of jobs) {
      expect({ place, has: job.permissions !== undefined }).toEqual({ place, has: true });
      const minutes = job.uses === undefined ? job["timeout-minutes"] : 1;
      expect({ place, isBounded: minutes !== undefined && minutes <= 60 }).toEqual({
        place,
        isBounded: true,
      });
    }
  });

  it("runs on a named release of the system", () => {
    const named = jobs.flatMap(({ job }) => job["runs-on"] ?? []);
    for (const system of named) expect(system).toMatch(/^ubuntu-\d\d\.\d\d$/);
  });

  it("gets what may write from this list only", () => {
    const writing = jobs.flatMap(({ place, job }) =>
      Object.entries(job.permissions ?? {}).flatMap(([name, level]) =>
        level === "write" ? `${place}: ${name}` : [],
      ),
    );
    expect(writing).toEqual([
      "apply-environment.yml: apply: id-token",
      "apply.yml: dev: id-token",
      "apply.yml: staging: id-token",
      "apply.yml: prod: id-token",
      "pull-request.yml: plan: id-token",
      "pull-request.yml: comment: pull-requests",
    ]);
  });

  it("with a right to write, or a role, installs and runs nothing from a registry of packages", () => {
    const powerful = jobs.filter(({ job }) => Object.values(job.permissions ?? {}).includes("write"));
    const runs = powerful.flatMap(({ job }) => job.steps ?? []).flatMap(({ run }) => run ?? []);
    expect(runs.length).toBeGreaterThan(3);
    for (const run of runs) expect(run).not.toMatch(/\b(npm|npx|node_modules)\b/);
  });

  it("knows the passphrase in steps that run nothing from a registry of packages", () => {
    const knowing = steps.filter(({ step }) => JSON.stringify(step.env ?? {}).includes("secrets."));
    expect(knowing.map(({ place }) => place)).toEqual([
      "apply-environment.yml: apply: Open the plan, if it was made from these very files",
      "pull-request.yml: plan: Is the environment set up?",
      "pull-request.yml: plan: Seal the plan for the review",
      "pull-request.yml: keep: Seal for the apply what was planned",
      "pull-request.yml: review: Open the plans",
    ]);
    for (const { step } of knowing) expect(step.run).not.toMatch(/\b(npm|npx|terraform)\b/);
    for (const { job } of jobs) expect(JSON.stringify(job.env ?? {})).not.toContain("secrets.");
  });

  it("before a merge knows the passphrase of what is applied only where neither npm nor Terraform runs", () => {
    const before = jobs.filter(({ workflow: { file } }) => file === "pull-request.yml");
    const knowing = before.filter(({ job }) => JSON.stringify(job).includes("secrets.PLAN_PASSPHRASE"));
    expect(knowing.map(({ place }) => place)).toEqual(["pull-request.yml: keep"]);
    const job = knowing[0]?.job;
    expect(job?.permissions).toEqual({ contents: "read" });
    expect(job?.steps?.flatMap(({ run }) => run ?? [])).toEqual([".github/scripts/keep-plans.sh"]);
    expect(readFileSync(join(scripts, "keep-plans.sh"), "utf8")).not.toMatch(/\b(npm|npx|terraform)\b/);
  });

  it("uses a secret before the first program of npm starts, and after the last one of Terraform", () => {
    for (const name of ["plan", "review"]) {
      const found = jobs.find(({ place }) => place === `pull-request.yml: ${name}`)?.job.steps ?? [];
      const secret = found.findIndex(({ env }) =>
        JSON.stringify(env ?? {}).includes("secrets.REVIEW_PASSPHRASE }}"),
      );
      const others = found.findIndex(({ run }) => /\bnpm\b|plan\.sh$/.test(run ?? ""));
      expect(secret).toBeGreaterThan(0);
      expect(others).toBeGreaterThan(0);
      if (name === "plan") expect(secret).toBeGreaterThan(others);
      else expect(secret).toBeLessThan(others);
    }
  });

  it("that reviews begins when the plans are kept, so that nothing in it can change them", () => {
    expect(jobs.find(({ place }) => place === "pull-request.yml: review")?.job).toHaveProperty("needs", [
      "plan",
      "keep",
    ]);
  });

  it("that assumes a role never runs for a fork", () => {
    const plan = jobs.find(({ place }) => place === "pull-request.yml: plan");
    expect(plan?.job.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  });
});

describe("applying", () => {
  it("is done by one job at a time in each environment, and none is broken off", () => {
    const apply = jobs.find(({ place }) => place === "apply-environment.yml: apply");
    expect(apply?.job.concurrency).toEqual({
      group: "apply-${{ inputs.environment }}",
      "cancel-in-progress": false,
    });
  });
});

import { type FakeGithub, repository, startGithub } from "./support/fake-github";
import { removeDirectories, runScript } from "./support/run-script";

afterAll(removeDirectories);

const merge = "a".repeat(40);
const head = "b".repeat(40);
const merged = {
  number: 7,
  merged_at: "2026-01-01T00:00:00Z",
  merge_commit_sha: merge,
  head: { sha: head, repo: { full_name: repository } },
};
const run = (id: number, more = {}) => ({
  id,
  run_number: id,
  status: "completed",
  html_url: `https://github.com/${repository}/actions/runs/${id}`,
  ...more,
});

describe("the run that reviewed what was merged", () => {
  let github: FakeGithub | undefined;
  afterEach(() => github?.stop());

  async function find(pulls: readonly unknown[], runs: readonly unknown[]) {
    github = await startGithub(({ path }) => {
      if (path === `/commits/${merge}/pulls?per_page=100&page=1`) return [200, pulls];
      const wanted = `/actions/workflows/pull-request.yml/runs?event=pull_request&head_sha=${head}&per_page=100`;
      return path === wanted ? [200, { workflow_runs: runs }] : undefined;
    });
    return runScript("reviewed-run.js", ["pull-request.yml"], { ...github.env, GITHUB_SHA: merge });
  }

  it("is the last one of the merged pull request's head", async () => {
    const mentioned = { ...merged, number: 6, merge_commit_sha: "c".repeat(40) };
    const { exitCode, outputs } = await find([mentioned, merged], [run(41), run(43), run(42)]);
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: "run-id=43\n" });
  });

  it("counts even when it was red: who merged has decided", async () => {
    const { outputs } = await find([merged], [run(41, { conclusion: "failure" })]);
    expect(outputs).toBe("run-id=41\n");
  });

  it.each([
    [
      "a commit that no pull request brought",
      [],
      [run(41)],
      /must come from a merged pull request, got a direct push/,
    ],
    [
      "a commit of a pull request that is open",
      [{ ...merged, merged_at: null }],
      [run(41)],
      /got a direct push/,
    ],
    [
      "a pull request of a fork",
      [{ ...merged, head: { sha: head, repo: { full_name: "someone/lab" } } }],
      [run(41)],
      /#7 came from a fork, for which nothing is planned/,
    ],
    [
      "a fork that is gone",
      [{ ...merged, head: { sha: head, repo: null } }],
      [run(41)],
      /#7 came from a fork/,
    ],
    ["a pull request that nothing has reviewed", [merged], [], /got no run of pull-request\.yml/],
    [
      "a review that goes on",
      [merged],
      [run(41), run(42, { status: "in_progress" })],
      /got a run that is in_progress/,
    ],
  ])("is refused for %s, with what to do", async (_, pulls, runs, reason) => {
    const { exitCode, out, outputs } = await find(pulls, runs);
    expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: "" });
    expect(out).toMatch(reason);
    expect(out).toMatch(/^::error::.*nothing is applied; open a pull request.*\n$/);
  });
});

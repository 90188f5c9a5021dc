import { type FakeGithub, repository, startGithub } from "./support/fake-github";
import { removeDirectories, runScript } from "./support/run-script";

afterAll(removeDirectories);

const merge = "a".repeat(40);
const head = "b".repeat(40);
const tree = "d".repeat(40);
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
  conclusion: "success",
  head_repository: { full_name: repository },
  html_url: `https://github.com/${repository}/actions/runs/${id}`,
  ...more,
});

describe("the run that reviewed what was merged", () => {
  let github: FakeGithub | undefined;
  afterEach(() => github?.stop());

  /** @param left names of what each run has left, by its id; a run that is not named has planned these files */
  async function find(
    pulls: readonly unknown[],
    runs: readonly unknown[],
    left: Readonly<Record<string, readonly string[]>> = {},
  ) {
    github = await startGithub(({ path }) => {
      if (path === `/commits/${merge}/pulls?per_page=100&page=1`) return [200, pulls];
      const wanted = `/actions/workflows/pull-request.yml/runs?event=pull_request&head_sha=${head}&per_page=100`;
      if (path === wanted) return [200, { workflow_runs: runs }];
      const [, id = ""] = /^\/actions\/runs\/(\d+)\/artifacts\?per_page=100$/.exec(path) ?? [];
      const artifacts = (left[id] ?? ["synth", `plans-${tree}`, "comment"]).map((name) => ({ name }));
      return id === "" ? undefined : [200, { artifacts }];
    });
    const env = { ...github.env, GITHUB_SHA: merge, TREE: tree };
    return runScript("reviewed-run.js", ["pull-request.yml"], env);
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

  it("is none of a fork, of another base, or that has not come to its end, though these are newer", async () => {
    const { outputs } = await find(
      [merged],
      [
        run(41),
        run(42, { conclusion: "cancelled" }),
        run(43, { head_repository: { full_name: "someone/lab" } }),
        run(44, { head_repository: null }),
        run(45),
        run(46, { status: "queued", conclusion: null }),
      ],
      { 45: [`plans-${"e".repeat(40)}`, "comment"] },
    );
    expect(outputs).toBe("run-id=41\n");
  });

  it.each<[string, readonly unknown[], readonly unknown[], RegExp, Record<string, string[]>?]>([
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
      [run(42, { status: "in_progress", conclusion: null })],
      /got a run that is in_progress/,
    ],
    [
      "a run that was broken off before it said anything",
      [merged],
      [run(41, { conclusion: "cancelled" })],
      /must have come to its end, got a run that is cancelled/,
    ],
    [
      "plans of other files",
      [merged],
      [run(41)],
      /#7 must have plans that were made from these very files/,
      { 41: [`plans-${"e".repeat(40)}`, "comment"] },
    ],
    [
      "plans that no review has told of",
      [merged],
      [run(41)],
      /made from these very files and reviewed, got none/,
      { 41: [`plans-${tree}`] },
    ],
    [
      "a run of a fork with the same commit",
      [merged],
      [run(41, { head_repository: { full_name: "someone/lab" } })],
      /got no run of pull-request\.yml/,
    ],
  ])("is refused for %s, with what to do", async (_, pulls, runs, reason, left = {}) => {
    const { exitCode, out, outputs } = await find(pulls, runs, left);
    expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: "" });
    expect(out).toMatch(reason);
    expect(out).toMatch(/^::error::.*nothing is applied; open a pull request.*\n$/);
  });
});

// Finds the run that reviewed what was just merged, and hands its id on as the output `run-id`. Refuses where nobody
// can have reviewed it.
//
//   node reviewed-run.js <file name of the workflow that reviews>
//
// Environment variables, besides those for GitHub's API: GITHUB_SHA, GITHUB_OUTPUT.

const { appendFileSync } = require("node:fs");
const { ask, askForAll, run } = require("./github");

const remedy =
  "nothing is applied; open a pull request, which may be empty, and merge it once it is reviewed";

/** @param {string} workflow */
async function find(workflow) {
  const { GITHUB_OUTPUT = "", GITHUB_REPOSITORY, GITHUB_SHA } = process.env;
  const pulls = await askForAll(`/commits/${GITHUB_SHA}/pulls`);
  const merged = pulls.find((pull) => pull.merged_at && pull.merge_commit_sha === GITHUB_SHA);
  if (!merged)
    throw new Error(`${GITHUB_SHA} must come from a merged pull request, got a direct push; ${remedy}`);
  const { number, head } = merged;
  if (head.repo?.full_name !== GITHUB_REPOSITORY)
    throw new Error(`#${number} came from a fork, for which nothing is planned; ${remedy}`);
  const query = `event=pull_request&head_sha=${head.sha}&per_page=100`;
  const { workflow_runs: runs } = await ask("GET", `/actions/workflows/${workflow}/runs?${query}`);
  const last = runs.sort(byNumber).at(-1);
  if (!last)
    throw new Error(
      `#${number} must have been reviewed, got no run of ${workflow} for ${head.sha}; ${remedy}`,
    );
  if (last.status !== "completed")
    throw new Error(`the review of #${number} must be over, got a run that is ${last.status}; ${remedy}`);
  appendFileSync(GITHUB_OUTPUT, `run-id=${last.id}\n`);
  process.stdout.write(`#${number} was reviewed last in ${last.html_url}\n`);
}

/**
 * @param {{ run_number: number }} one
 * @param {{ run_number: number }} other
 */
function byNumber(one, other) {
  return one.run_number - other.run_number;
}

if (require.main === module) run(find(process.argv[2] ?? ""));

// Finds the run that reviewed what was just merged, and hands its id on as the output `run-id`. Refuses where nobody
// can have reviewed it.
//
//   node reviewed-run.js <file name of the workflow that reviews>
//
// Environment variables, besides those for GitHub's API: GITHUB_SHA, GITHUB_OUTPUT, TREE (the files that were merged, as
// `git rev-parse HEAD^{tree}` prints it).

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
  const { workflow_runs: all } = await ask("GET", `/actions/workflows/${workflow}/runs?${query}`);
  // a fork may have the same commit, and plans nothing
  const runs = all.filter((one) => one.head_repository?.full_name === GITHUB_REPOSITORY).sort(byNumber);
  const last = runs.at(-1);
  if (!last)
    throw new Error(
      `#${number} must have been reviewed, got no run of ${workflow} for ${head.sha}; ${remedy}`,
    );
  const reviewed = await findReviewed(runs);
  if (!reviewed) throw new Error(`${whyNot(last, number)}; ${remedy}`);
  appendFileSync(GITHUB_OUTPUT, `run-id=${reviewed.id}\n`);
  process.stdout.write(`#${number} was reviewed last in ${reviewed.html_url}\n`);
}

/**
 * The last run to its end that has planned these very files and said what that does. Another pull request with the same
 * commit, and another base, leads to other files.
 *
 * @param {readonly any[]} runs
 */
async function findReviewed(runs) {
  for (const one of runs.filter(isOver).reverse()) {
    const { artifacts } = await ask("GET", `/actions/runs/${one.id}/artifacts?per_page=100`);
    const names = artifacts.flatMap((/** @type {any} */ { name, expired }) => (expired ? [] : [name]));
    if (names.includes(`plans-${process.env.TREE}`) && names.includes("comment")) return one;
  }
  return undefined;
}

/** @param {{ status: string, conclusion: string | null }} one whoever merged with a red check has decided */
function isOver({ status, conclusion }) {
  return status === "completed" && (conclusion === "success" || conclusion === "failure");
}

/**
 * @param {{ status: string, conclusion: string | null }} last
 * @param {number} number
 */
function whyNot(last, number) {
  if (isOver(last))
    return (
      `#${number} must have plans that were made from these very files and reviewed, got none: another change was ` +
      "merged in between, nothing was planned, or the plans have expired"
    );
  const how = last.status === "completed" ? last.conclusion : last.status;
  return `the review of #${number} must have come to its end, got a run that is ${how}`;
}

/**
 * @param {{ run_number: number }} one
 * @param {{ run_number: number }} other
 */
function byNumber(one, other) {
  return one.run_number - other.run_number;
}

if (require.main === module) run(find(process.argv[2] ?? ""));

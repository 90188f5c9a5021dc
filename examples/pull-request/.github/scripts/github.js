// Asks GitHub's API, with the settings that every job has: GITHUB_API_URL, GITHUB_REPOSITORY, and GITHUB_TOKEN.

/** Longest wait for one answer. */
const timeoutMs = 30_000;
const pageSize = 100;

/**
 * Asks for a path below the repository, such as `/issues/7/comments`; throws unless it succeeds.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>} the answer, of which nobody has checked the shape
 */
async function ask(method, path, body) {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${GITHUB_TOKEN}`,
      "content-type": "application/json",
      "x-github-api-version": "2022-11-28",
    },
    signal: AbortSignal.timeout(timeoutMs),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} must succeed, got ${response.status}: ${await response.text()}`);
  return response.json();
}

/**
 * Everything that a path lists, page after page.
 *
 * @param {string} path
 * @returns {Promise<any[]>}
 */
async function askForAll(path) {
  const all = [];
  for (let page = 1; ; page++) {
    const some = await ask("GET", `${path}?per_page=${pageSize}&page=${page}`);
    all.push(...some);
    if (some.length < pageSize) return all;
  }
}

/**
 * Ends the program: what went wrong becomes an annotation of the job.
 *
 * @param {Promise<void>} work
 */
function run(work) {
  work.catch((error) => {
    process.stdout.write(`::error::${String(error?.message ?? error).replace(/\s+/g, " ")}\n`);
    process.exitCode = 1;
  });
}

module.exports = { ask, askForAll, run };

// Keeps one comment on a pull request up to date: writes it the first time, and edits it from then on.
//
//   node comment.js <number of the pull request> <file with the Markdown>

const { readFileSync } = require("node:fs");
const { ask, askForAll, run } = require("./github");

/** Hidden first line, by which the comment is found again. */
const marker = "<!-- alb-lab review -->";
/** Whoever writes with the token of a job. Anybody may write the marker; only this author is taken at its word. */
const author = "github-actions[bot]";
/** What GitHub takes in a comment. */
const mostCharacters = 65_536;
const cut = "\n\n*Cut here: the rest did not fit into a comment. The summary of the run has all of it.*\n";

/**
 * The comment's text. The review fits by itself; what stands around it may make it too long, and then whole lines at
 * its end give way.
 *
 * @param {string} markdown
 */
function bodyOf(markdown) {
  const whole = `${marker}\n${markdown}`;
  if (whole.length <= mostCharacters) return whole;
  const start = whole.slice(0, mostCharacters - cut.length);
  return start.slice(0, start.lastIndexOf("\n")) + cut;
}

/**
 * @param {string} number
 * @param {string} body
 */
async function keep(number, body) {
  const comments = await askForAll(`/issues/${number}/comments`);
  const own = comments.find((comment) => comment.user?.login === author && comment.body?.startsWith(marker));
  const kept = own
    ? await ask("PATCH", `/issues/comments/${own.id}`, { body })
    : await ask("POST", `/issues/${number}/comments`, { body });
  process.stdout.write(`${own ? "edited" : "written"}: ${kept.html_url}\n`);
}

if (require.main === module) {
  const [number = "", file = ""] = process.argv.slice(2);
  run(Promise.resolve().then(() => keep(number, bodyOf(readFileSync(file, "utf8")))));
}

module.exports = { bodyOf, marker, mostCharacters };

// @ts-check
/** @typedef {import("../snapshot").Reply} Reply */

/** What came back, such as `10 answers: Server-1 5, Server-2 5` or `3 × 502`. @param {readonly Reply[]} replies */
export function tally(replies) {
  const counts = new Map();
  for (const reply of replies) {
    const words = wordsOf(reply);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const parts = [...counts].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  const texts = parts.map(([words, count]) =>
    words.startsWith("× ") ? `${count} ${words}` : `${words}\u00a0${count}`,
  );
  if (replies.length === 1) return alone(/** @type {Reply} */ (replies[0]));
  if (texts.length === 1 && texts[0]?.includes("× ")) return `${texts[0]}.`;
  return `${replies.length} answers: ${texts.join(", ")}.`;
}

/** @param {Reply} reply */
function alone({ status, targetName }) {
  if (status === 0) return "No answer came back.";
  return `${targetName ?? "The load balancer"} answered ${status}.`;
}

/** Equal for what is counted together; a plain name where all went well. @param {Reply} reply */
function wordsOf({ status, targetName }) {
  if (status === 0) return "× no answer";
  if (targetName === undefined) return `× ${status}`;
  return status < 400 ? targetName : `× ${status} from ${targetName}`;
}

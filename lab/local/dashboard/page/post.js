// @ts-check

const token = document.querySelector('meta[name="alb-lab-token"]')?.getAttribute("content") ?? "";

/**
 * Asks the lab to do something.
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<{ done: boolean, text: string }>} what the lab says to it, or why it was not done
 */
export async function post(path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "X-Alb-Lab-Token": token, "Content-Type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return { done: answer.ok, text: await answer.text() };
  } catch {
    return { done: false, text: "the lab does not answer; is it still running?" };
  }
}

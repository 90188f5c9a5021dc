// @ts-check
import { courseOf } from "./connectors.js";
import { byId, element } from "./dom.js";
import { hueOf } from "./hues.js";

/** @typedef {import("../snapshot").RequestView} RequestView */

const layer = byId("pulses", HTMLElement);
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const legMs = 260;
const mostAtOnce = 24;
const mostNew = 10;
/** Number of the newest request seen; requests from before the page was opened do not run. */
let newest = Number.POSITIVE_INFINITY;

/** Lets each new request run along its lines. @param {readonly RequestView[]} requests newest first @param {(request: RequestView) => string[]} routeOf */
export function showPulses(requests, routeOf) {
  const fresh = requests
    .filter(({ id }) => id > newest)
    .slice(0, mostNew)
    .reverse();
  newest = requests[0]?.id ?? 0;
  if (stillness.matches || document.hidden) return;
  fresh.forEach((request, at) => {
    setTimeout(() => void run(request, routeOf(request)), at * 40);
  });
}

/** @param {RequestView} request @param {readonly string[]} route */
async function run({ targetName, target }, route) {
  if (layer.childElementCount >= mostAtOnce) return;
  const dot = element("span", "pulse");
  if (targetName !== undefined) dot.dataset.hue = hueOf(targetName);
  layer.append(dot);
  for (const leg of route) {
    const course = courseOf(leg);
    if (course === undefined) continue;
    dot.style.offsetPath = `path("${course}")`;
    await dot.animate({ offsetDistance: ["0%", "100%"] }, { duration: legMs, easing: "ease-in-out" })
      .finished;
  }
  dot.remove();
  if (target !== undefined) flash(`target:${target}`);
}

/** @param {string} node */
function flash(node) {
  for (const card of document.querySelectorAll(`[data-node="${CSS.escape(node)}"]`)) {
    card.animate(
      { boxShadow: ["0 0 0 3px var(--hue)", "0 0 0 0 transparent"] },
      { duration: 600, easing: "ease-out" },
    );
  }
}

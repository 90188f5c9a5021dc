// @ts-check
import { byId, element, showList } from "./dom.js";
import { hueOf } from "./hues.js";

/** @typedef {import("../snapshot").RequestView} RequestView */

const answers = byId("answers", HTMLElement);
const none = byId("no-answers", HTMLElement);
const most = 24;

/** @param {readonly RequestView[]} requests newest first */
export function showAnswers(requests) {
  none.hidden = requests.length > 0;
  showList(answers, requests.slice(0, most), ({ id }) => String(id), makeChip);
}

/** @param {RequestView} request @returns {import("./dom.js").View<RequestView>} */
function makeChip({ targetName, status }) {
  const chip = element("li", "chip");
  if (targetName !== undefined) chip.dataset.hue = hueOf(targetName);
  chip.append(element("span", "chip-name", targetName ?? "Load balancer"));
  if (status >= 400 || status === 0 || targetName === undefined) {
    const result = element("span", "status", status === 0 ? "no answer" : String(status));
    result.dataset.class = String(Math.floor(status / 100));
    chip.append(result);
  }
  return { root: chip, update: () => {} };
}

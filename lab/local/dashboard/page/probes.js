// @ts-check
import { add, element, setAttribute, setText, showList } from "./dom.js";
import { counted, duration } from "./words.js";

/** @typedef {import("../snapshot").ProbeView} ProbeView */

const most = 10;

/** The last probes as ticks, the newest at the right. @returns {import("./dom.js").View<readonly ProbeView[]>} */
export function makeProbes() {
  const root = element("p", "probes");
  const ticks = add(root, element("span", "ticks"));
  ticks.setAttribute("role", "img");
  const last = add(root, element("span", "muted number"));
  return {
    root,
    update(probes) {
      const shown = probes.slice(-most);
      const newest = shown.at(-1);
      const passed = shown.filter((probe) => probe.passed).length;
      setAttribute(
        ticks,
        "aria-label",
        `${counted(shown.length, "probe")}: ${passed} passed, ${shown.length - passed} failed`,
      );
      ticks.hidden = shown.length === 0;
      showList(ticks, shown, ({ atMs }) => String(atMs), makeTick);
      setText(last, newest ? `${newest.result}, ${duration(newest.ms)}` : "not probed yet");
    },
  };
}

/** @param {ProbeView} probe @returns {import("./dom.js").View<ProbeView>} */
function makeTick({ passed, result, ms }) {
  const root = element("span", "tick");
  root.dataset.passed = String(passed);
  root.title = `${result}, ${duration(ms)}`;
  return { root, update: () => {} };
}

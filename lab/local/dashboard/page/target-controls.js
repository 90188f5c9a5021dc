// @ts-check
import { announce } from "./announcements.js";
import { add, element, setAttribute, setOptional, setText } from "./dom.js";
import { post } from "./post.js";
import { seconds } from "./words.js";

/** @typedef {import("../snapshot").TargetView} TargetView */
/** @typedef {import("../snapshot").ControlAction} ControlAction */
/** @typedef {{ action: ControlAction, label: string, on?: boolean, hint?: string, off?: boolean }} Control `on`: it undoes something; `off`: it can do nothing now */

/** What can be done with a target in its present state. @param {TargetView} target @returns {Control[]} */
function controlsFor(target) {
  const { process, pid, healthBroken } = target;
  const stopped = process === "stopped" || process === "crashed" || process === "stopping";
  return [
    stopped ? { action: "start", label: "Start", on: true } : { action: "stop", label: "Stop" },
    {
      action: "kill",
      label: "Crash",
      hint: "Ends it at once, as kill -9 does; it comes back by itself",
      off: pid === undefined,
    },
    ...delayControls(target),
    healthBroken
      ? { action: "mend-health", label: "Mend health", on: true }
      : { action: "break-health", label: "Break health", hint: "Its health check answers 503" },
  ];
}

/** @param {TargetView} target @returns {Control[]} */
function delayControls({ delayMs, slowMs, hangMs }) {
  const isHanging = delayMs >= hangMs;
  return [
    delayMs > 0 && !isHanging
      ? { action: "normal", label: "Normal speed", on: true }
      : {
          action: "slow",
          label: `Slow down by ${seconds(slowMs)}`,
          hint: "Health checks still pass within their time limit",
        },
    isHanging
      ? { action: "normal", label: "Stop hanging", on: true }
      : {
          action: "hang",
          label: "Hang",
          hint: `Every answer takes ${seconds(hangMs)} longer, too long for its health checks`,
        },
  ];
}

/** @returns {import("./dom.js").View<TargetView>} */
export function makeControls() {
  const root = element("div", "controls");
  const row = add(root, element("div", "control-row"));
  row.setAttribute("role", "group");
  const message = add(root, element("p", "message"));
  /** @type {TargetView | undefined} */
  let shown;
  const buttons = [0, 1, 2, 3, 4].map((at) => {
    const button = add(row, element("button"));
    button.type = "button";
    button.addEventListener("click", () => void press(button, at));
    return button;
  });

  /** @param {HTMLButtonElement} button @param {number} at */
  async function press(button, at) {
    const control = shown && controlsFor(shown)[at];
    if (!shown || !control || control.off || button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const { done, text } = await post(`/targets/${encodeURIComponent(shown.key)}/${control.action}`);
    button.removeAttribute("aria-busy");
    setOptional(message, done ? "" : text);
    if (!done) announce(`${shown.name}: ${text}`);
  }

  return {
    root,
    update(target) {
      shown = target;
      root.hidden = target.process === "external";
      setAttribute(row, "aria-label", `Controls of ${target.name}`);
      controlsFor(target).forEach(({ label, on = false, off = false, hint = "" }, at) => {
        const button = /** @type {HTMLButtonElement} */ (buttons[at]);
        setText(button, label);
        setAttribute(button, "aria-label", `${label}: ${target.name}`);
        setAttribute(button, "data-on", String(on));
        // Not disabled: the keyboard would lose its place.
        setAttribute(button, "aria-disabled", String(off));
        setAttribute(button, "title", hint);
      });
    },
  };
}

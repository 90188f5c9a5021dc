// @ts-check
import { announce } from "./announcements.js";
import { add, element, setAttribute, setOptional, setText } from "./dom.js";
import { post } from "./post.js";

/** @typedef {import("../snapshot").TargetView} TargetView */
/** @typedef {import("../snapshot").ControlAction} ControlAction */
/** @typedef {{ action: ControlAction, label: string, on: boolean }} Control */

/** What can be done with a target in its present state. @param {TargetView} target @returns {Control[]} */
function controlsFor({ process, slow, healthBroken }) {
  const stopped = process === "stopped" || process === "crashed" || process === "stopping";
  return [
    stopped ? { action: "start", label: "Start", on: true } : { action: "stop", label: "Stop", on: false },
    slow
      ? { action: "normal", label: "Normal speed", on: true }
      : { action: "slow", label: "Slow down", on: false },
    healthBroken
      ? { action: "mend-health", label: "Mend health", on: true }
      : { action: "break-health", label: "Break health", on: false },
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
  const buttons = [0, 1, 2].map((at) => {
    const button = add(row, element("button"));
    button.type = "button";
    button.addEventListener("click", () => void press(button, at));
    return button;
  });

  /** @param {HTMLButtonElement} button @param {number} at */
  async function press(button, at) {
    const control = shown && controlsFor(shown)[at];
    if (!shown || !control || button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    const failure = await post(`/targets/${encodeURIComponent(shown.key)}/${control.action}`);
    button.removeAttribute("aria-busy");
    setOptional(message, failure);
    if (failure) announce(`${shown.name}: ${failure}`);
  }

  return {
    root,
    update(target) {
      shown = target;
      root.hidden = target.process === "external";
      setAttribute(row, "aria-label", `Controls of ${target.name}`);
      controlsFor(target).forEach(({ label, on }, at) => {
        const button = /** @type {HTMLButtonElement} */ (buttons[at]);
        setText(button, label);
        setAttribute(button, "aria-label", `${label}: ${target.name}`);
        setAttribute(button, "data-on", String(on));
      });
    },
  };
}

// @ts-check
import { byId, setText } from "./dom.js";
import { isUnchecked } from "./lessons.js";

/** @typedef {import("../snapshot").LabSnapshot} LabSnapshot */

const title = byId("title", HTMLElement);
const healthy = byId("healthy", HTMLElement);
const rate = byId("rate", HTMLElement);
const connection = byId("connection", HTMLElement);

/** @param {LabSnapshot} snapshot */
export function showSummary(snapshot) {
  const targets = snapshot.groups.flatMap((group) => group.targets).filter((target) => !isUnchecked(target));
  const well = targets.filter(({ health }) => health === "healthy").length;
  setText(title, snapshot.title);
  const isNoneChecked = targets.length === 0 && snapshot.groups.some((group) => group.targets.length > 0);
  document.title = `${well}/${targets.length} healthy · ${snapshot.title} · alb-lab`;
  setText(healthy, isNoneChecked ? "none checked" : `${well} of ${targets.length}`);
  healthy.dataset.all = String(well === targets.length && well > 0);
  setText(rate, formatRate(snapshot.requestsPerSecond));
}

/** @param {import("./events.js").Connection} state */
export function showConnection(state) {
  connection.dataset.state = state;
  document.body.dataset.connection = state;
  setText(connection, state === "live" ? "Live" : "Lab is gone, trying again");
}

/** @param {number} perSecond */
function formatRate(perSecond) {
  return perSecond > 0 && perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString("en");
}

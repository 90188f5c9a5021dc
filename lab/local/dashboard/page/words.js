// @ts-check
/** @typedef {import("../snapshot").TargetView} TargetView */

/** Colour is never alone: each state has its word and its sign. @type {Record<TargetView["health"], { word: string, sign: string }>} */
export const healthWords = {
  healthy: { word: "Healthy", sign: "✓" },
  unhealthy: { word: "Unhealthy", sign: "✕" },
  initial: { word: "Initial", sign: "…" },
  draining: { word: "Draining", sign: "↓" },
  unused: { word: "Unused", sign: "–" },
  unavailable: { word: "Unavailable", sign: "?" },
};

/** What a reason code means for somebody who sees it for the first time. @type {ReadonlyMap<string, string>} */
const reasons = new Map([
  ["Elb.RegistrationInProgress", "It is being registered."],
  ["Elb.InitialHealthChecking", "Waiting for the first probe that passes; one is enough."],
  ["Elb.InternalError", "The load balancer could not probe it."],
  ["Target.ResponseCodeMismatch", "It answers the probe, but not with an expected status."],
  ["Target.Timeout", "The probe got no complete answer in time."],
  ["Target.FailedHealthChecks", "The probe could not connect, or the answer was malformed."],
  ["Target.NotRegistered", "It is not registered with this group."],
  ["Target.NotInUse", "No rule forwards to its group, or its zone is not enabled."],
  ["Target.InvalidState", "Its instance is stopped."],
  ["Target.IpUnusable", "Its address belongs to a load balancer."],
  ["Target.DeregistrationInProgress", "It leaves: requests under way may end, new ones go elsewhere."],
  ["Target.HealthCheckDisabled", "Health checks are off for this group."],
]);

/** @param {string} code */
export function explain(code) {
  return reasons.get(code) ?? "";
}

/** What its process does, and what the controls did to it. @param {TargetView} target @param {number} nowMs */
export function processWords(target, nowMs) {
  const words = [stateOf(target, nowMs)];
  if (target.kind === "stand-in") words.unshift("stand-in");
  if (target.pid !== undefined) words.push(`pid ${target.pid}`);
  if (target.delayMs > 0) words.push(delayWords(target));
  if (target.healthBroken) words.push("health check broken");
  return words.join(", ");
}

/** @param {TargetView} target @param {number} nowMs */
function stateOf({ process, restartAtMs }, nowMs) {
  if (process === "external") return "outside of the lab";
  if (process !== "crashed") return process;
  if (restartAtMs === undefined) return "crashed, does not start again by itself";
  return `crashed, starts again in ${Math.max(0, Math.ceil((restartAtMs - nowMs) / 1000))} s`;
}

/** @param {TargetView} target */
function delayWords({ delayMs, hangMs }) {
  return delayMs < hangMs ? `slowed down by ${seconds(delayMs)}` : "hanging";
}

/** @param {number} ms */
export function duration(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 10 || ms === 0 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}

/** @param {number} ms */
export function seconds(ms) {
  return `${Math.round(ms / 10) / 100} s`;
}

/** @param {number} count @param {string} one */
export function counted(count, one) {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

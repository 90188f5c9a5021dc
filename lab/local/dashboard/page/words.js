// @ts-check
/** @typedef {import("../snapshot").GroupView} GroupView */
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
  if (target.slow) words.push("slowed down");
  if (target.healthBroken) words.push("health check broken");
  return words.join(", ");
}

/** @param {TargetView} target @param {number} nowMs */
function stateOf({ process, restartAtMs }, nowMs) {
  if (process === "external") return "outside of the lab";
  if (process !== "crashed") return process;
  return `crashed, starts again in ${Math.max(0, Math.ceil(((restartAtMs ?? nowMs) - nowMs) / 1000))} s`;
}

/** What is to be learned from a group at this moment. @param {GroupView} group */
export function lessonOf({ targets, failOpen, algorithm }) {
  const healthy = targets.filter(({ health }) => health === "healthy");
  const waiting = targets.filter(({ health }) => health === "initial");
  if (targets.length === 0) return "No target is registered: requests get 503.";
  if (failOpen) return "Too few targets are healthy, so all of them get requests: fail-open.";
  if (healthy.length === 0 && waiting.length > 0) return "Waiting for the first probe that passes.";
  if (healthy.length === 0) return "No target is healthy.";
  if (healthy.length === 1 && targets.length > 1)
    return `Only ${healthy[0]?.name} is healthy: it answers everything.`;
  if (healthy.length === 1) return `${healthy[0]?.name} answers everything.`;
  if (healthy.length < targets.length) return `Only the ${healthy.length} healthy targets get requests.`;
  return algorithm.replace("_", " ").startsWith("round robin")
    ? `${healthy.length} healthy targets take turns.`
    : `${healthy.length} healthy targets share the requests.`;
}

/** @param {number} ms */
export function duration(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 10 || ms === 0 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
}

/** @param {number} count @param {string} one */
export function counted(count, one) {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

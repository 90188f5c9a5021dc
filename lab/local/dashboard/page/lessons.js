// @ts-check
import { seconds } from "./words.js";

/** @typedef {import("../snapshot").GroupView} GroupView */
/** @typedef {import("../snapshot").TargetView} TargetView */

/** What is to be learned from a group at this moment. @param {GroupView} group */
export function lessonOf({ targets, failOpen, algorithm }) {
  const healthy = targets.filter(({ health }) => health === "healthy");
  if (targets.length === 0) return "No target is registered: requests get 503.";
  if (targets.every(isUnchecked)) return uncheckedLesson(targets);
  if (failOpen) return "Too few targets are healthy, so all of them get requests: fail-open.";
  if (healthy.length === 0) {
    const isWaiting = targets.some(({ health }) => health === "initial");
    return isWaiting ? "Waiting for the first probe that passes." : "No target is healthy.";
  }
  return healthy.some(isGoing) ? goingLesson(healthy) : healthyLesson(healthy, targets.length, algorithm);
}

/** @param {readonly TargetView[]} targets */
function uncheckedLesson([first, ...others]) {
  return others.length === 0
    ? `${first?.name} gets every request: without health checks nobody asks how it is.`
    : "Without health checks every target gets requests.";
}

/** @param {readonly TargetView[]} healthy @param {number} all @param {string} algorithm */
function healthyLesson(healthy, all, algorithm) {
  const [first] = healthy;
  if (healthy.length === 1 && all > 1) return `Only ${first?.name} is healthy: it answers everything.`;
  if (healthy.length === 1) return `${first?.name} answers everything.`;
  if (healthy.length < all) return `Only the ${healthy.length} healthy targets get requests.`;
  return algorithm.replace("_", " ").startsWith("round robin")
    ? `${healthy.length} healthy targets take turns.`
    : `${healthy.length} healthy targets share the requests.`;
}

/** Some still count as healthy that will not for long. @param {readonly TargetView[]} healthy */
function goingLesson(healthy) {
  const going = healthy.filter(isGoing);
  const [one] = going;
  const counted =
    healthy.length === 1 ? "1 target still counts as healthy" : `${healthy.length} targets count as healthy`;
  const who =
    going.length > 1
      ? `${going.length} of them are stopping or down and get`
      : `${one?.name} is ${one?.process === "stopping" ? "stopping" : "down"} and gets`;
  return `${counted}: ${who} requests until the health checks have failed.`;
}

/** @param {TargetView} target */
function isGoing({ process }) {
  return process === "stopping" || process === "stopped" || process === "crashed";
}

/** Its group has no health checks. @param {TargetView} target */
export function isUnchecked({ health }) {
  return health === "unavailable";
}

/** What is surprising about a target at this moment; empty when nothing is. @param {TargetView} target */
export function noteOf(target) {
  const { process, health } = target;
  if (health === "healthy" && process === "stopping") {
    return "Stopping: it still answers while its health check fails; new requests stop once the checks have failed.";
  }
  if (health === "healthy" && isGoing(target)) {
    return "Down: nobody has noticed yet, so its requests get 502 until the health checks have failed.";
  }
  return delayNote(target);
}

/** @param {TargetView} target */
function delayNote({ delayMs, hangMs }) {
  if (delayMs === 0) return "";
  return delayMs < hangMs
    ? `Every answer takes ${seconds(delayMs)} longer; health checks still pass within their time limit.`
    : `Every answer takes ${seconds(delayMs)} longer: too long for its health checks, which fail with Target.Timeout.`;
}

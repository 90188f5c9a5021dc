// @ts-check

// Runs in a target's process before its server, whose source stays as it is in the user data; and again in the threads
// and cluster workers that the server starts.

const { isMainThread } = require("node:worker_threads");
const { applyFault } = require("./faults");
const { followParent } = require("./follow-parent");
const { pinListeners } = require("./pin-listeners");

/**
 * What the parent says at the start.
 * @typedef {object} Orders
 * @property {number} parent process id
 * @property {string} host loopback address of this target
 * @property {Record<string, number>} ports ports of the instance -> ports on this machine
 * @property {import("./faults").Fault} fault
 */

/** @param {Orders} orders */
function preload({ parent, host, ports, fault }) {
  const isChild = isMainThread && process.env.ALB_LAB_CHILD !== undefined;
  // The server sees the environment that it has on the instance.
  delete process.env.ALB_LAB_CHILD;
  pinListeners(host, ports, (listening) => {
    // The parent may be gone by now; that is dealt with elsewhere.
    if (isChild) process.send?.({ kind: "listening", ...listening }, undefined, undefined, () => {});
  });
  applyFault(fault);
  if (isChild) followParent(parent, take);
}

/** @param {{ kind?: unknown, fault?: import("./faults").Fault }} message */
function take({ kind, fault }) {
  if (kind === "fault" && fault !== undefined) applyFault(fault);
}

module.exports = { preload };

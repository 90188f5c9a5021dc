// @ts-check

// Runs in a target's process before its server, whose source stays as it is in the user data.

const { followParent } = require("./follow-parent");
const { applyFault } = require("./faults");
const { pinListeners } = require("./pin-listeners");

/**
 * What the parent says at the start.
 * @typedef {object} Orders
 * @property {string} host loopback address of this target
 * @property {Record<string, number>} ports ports of the instance -> ports on this machine
 * @property {import("./faults").Fault} fault
 */

const orders = /** @type {Orders} */ (JSON.parse(process.env.ALB_LAB_ORDERS ?? "{}"));
// The server sees the environment that it has on the instance.
delete process.env.ALB_LAB_ORDERS;

pinListeners(orders.host, orders.ports, (listening) => {
  // The parent may be gone by now; that is dealt with elsewhere.
  process.send?.({ kind: "listening", ...listening }, undefined, undefined, () => {});
});
applyFault(orders.fault);
followParent((message) => {
  const { kind, fault } = /** @type {{ kind?: unknown, fault?: import("./faults").Fault }} */ (message);
  if (kind === "fault" && fault !== undefined) applyFault(fault);
});

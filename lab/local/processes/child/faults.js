// @ts-check

const http = require("node:http");
const https = require("node:https");

/**
 * @typedef {object} Fault
 * @property {number} [delayMs] every answer waits this long
 * @property {readonly string[]} [brokenPaths] paths that answer 503
 */

/** Events by which a server gets a request. */
const REQUEST_EVENTS = new Set(["request", "checkContinue", "checkExpectation", "upgrade"]);

/** @type {{ prototype: import("node:events").EventEmitter }[]} */
const SERVERS = [http.Server, https.Server];

/**
 * What the servers of this process do to every request from now on, before their own code gets it.
 * @param {Fault} fault
 */
function applyFault(fault) {
  const isNone = !fault.delayMs && !fault.brokenPaths?.length;
  for (const { prototype } of SERVERS) {
    // Without a fault nothing is in the way: the emitter's own method is inherited again.
    if (isNone) Reflect.deleteProperty(prototype, "emit");
    else prototype.emit = faultyEmit(Object.getPrototypeOf(prototype).emit, fault);
  }
}

/**
 * @param {(event: string | symbol, ...values: any[]) => boolean} emit
 * @param {Fault} fault
 * @returns {(this: import("node:events").EventEmitter, event: string | symbol, ...values: any[]) => boolean}
 */
function faultyEmit(emit, { delayMs = 0, brokenPaths = [] }) {
  return function (event, ...values) {
    if (typeof event !== "string" || !REQUEST_EVENTS.has(event)) return emit.call(this, event, ...values);
    const [request, response] = values;
    const isBroken = event !== "upgrade" && brokenPaths.includes(pathOf(request.url));
    const go = () => {
      if (isBroken) refuse(response);
      else emit.call(this, event, ...values);
    };
    if (delayMs > 0) setTimeout(go, delayMs);
    else go();
    return true;
  };
}

/** @param {string} url */
function pathOf(url) {
  return url.replace(/[?#].*/s, "");
}

/** @param {http.ServerResponse} response */
function refuse(response) {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8" });
  response.end("Health broken on purpose");
}

module.exports = { applyFault };

// @ts-check

/** @typedef {import("node:http").Server} Server */
/** @typedef {import("node:net").Socket} Socket */

/**
 * How the server stops: health fails first, so that the load balancer sends nothing new; then the listeners and the
 * idle connections close; the remaining requests get until the deadline.
 * @param {Server[]} servers
 * @param {import("./settings").Settings} settings
 * @param {import("./app").State} state
 * @param {import("./app").Log} log
 * @returns {(signal: string) => void} call it for every signal; the second one closes at once
 */
function createDrain(servers, settings, state, log) {
  const connections = trackConnections(servers);
  let closing = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  function closeAll() {
    clearTimeout(timer);
    for (const server of servers) server.closeAllConnections();
  }

  function closeListeners() {
    closing = true;
    let open = servers.length;
    for (const server of servers) {
      server.close(() => {
        open -= 1;
        if (open > 0) return;
        clearTimeout(timer);
        log({ event: "stopped" });
      });
    }
    // Only now is it true that nobody can connect any more.
    log({ event: "closing", closeSeconds: settings.closeSeconds });
    // Node has closed the idle connections; it takes one that never asked anything for a busy one.
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    timer = setTimeout(closeAll, settings.closeSeconds * 1000);
  }

  return (signal) => {
    if (!state.draining) {
      state.draining = true;
      log({ event: "draining", signal, drainSeconds: settings.drainSeconds });
      timer = setTimeout(closeListeners, settings.drainSeconds * 1000);
      return;
    }
    clearTimeout(timer);
    if (!closing) closeListeners();
    closeAll();
  };
}

/**
 * All open connections.
 * @param {Server[]} servers
 */
function trackConnections(servers) {
  /** @type {Set<Socket>} */
  const connections = new Set();
  for (const server of servers) {
    server.on("connection", (/** @type {Socket} */ socket) => {
      connections.add(socket);
      socket.once("close", () => connections.delete(socket));
    });
  }
  return connections;
}

module.exports = { createDrain };

// @ts-check

const net = require("node:net");

/**
 * Keeps every listener of this process on one loopback address, whatever address the server asks for, and gives it the
 * port that the parent chose for the one asked for.
 * @param {string} host
 * @param {Record<string, number>} ports
 * @param {(listening: { asked: number, port: number }) => void} report
 */
function pinListeners(host, ports, report) {
  const listen = net.Server.prototype.listen;
  /** @type {(this: net.Server, ...values: any[]) => net.Server} */
  const pinned = function (...values) {
    const options = optionsOf(values);
    if (options === undefined) return listen.apply(this, /** @type {any} */ (values));
    const asked = Number(options.port ?? 0);
    this.once("listening", () => {
      const address = this.address();
      if (typeof address === "object" && address)
        report({ asked: asked || address.port, port: address.port });
    });
    const callback = values.find((value) => typeof value === "function");
    return listen.call(this, { ...options, host, port: ports[asked] ?? asked }, callback);
  };
  net.Server.prototype.listen = pinned;
}

/**
 * The options of a listener on a TCP port; undefined for a path, a handle or a descriptor.
 * @param {unknown[]} values arguments of `listen`
 * @returns {net.ListenOptions | undefined}
 */
function optionsOf(values) {
  const [first] = values;
  const isPort = typeof first === "number" || (typeof first === "string" && /^\d+$/.test(first));
  if (isPort || first === undefined || first === null || typeof first === "function") {
    const backlog = values.slice(1).find((value) => typeof value === "number");
    return { port: isPort ? Number(first) : 0, ...(typeof backlog === "number" ? { backlog } : {}) };
  }
  if (typeof first !== "object") return undefined;
  const options = /** @type {net.ListenOptions} */ (first);
  if (options.path !== undefined || !("port" in options)) return undefined;
  const { ipv6Only: _, ...rest } = options;
  return rest;
}

module.exports = { pinListeners };

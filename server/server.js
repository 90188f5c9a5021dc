// @ts-check

const http = require("node:http");
const { createApp, createListener } = require("./app");
const { createDrain } = require("./drain");
const { parseSettings } = require("./settings");

/** @typedef {import("./settings").Settings} Settings */

/**
 * An HTTP server that does not listen yet.
 * @param {Settings} settings
 * @param {http.RequestListener} listener
 */
function createServer(settings, listener) {
  const keepAliveTimeout = settings.keepAliveSeconds * 1000;
  const headersTimeout = keepAliveTimeout + 5000;
  return http.createServer(
    {
      keepAliveTimeout,
      headersTimeout,
      requestTimeout: Math.max(300_000, headersTimeout),
      // A load balancer lets a 16 K request line and 64 K of headers through and adds its own; Node's default is 16 K in all.
      maxHeaderSize: 131_072,
    },
    listener,
  );
}

/** @param {Settings} settings */
function run(settings) {
  const state = { draining: false };
  /** @type {import("./app").Log} */
  const log = (entry) => {
    process.stdout.write(
      `${JSON.stringify({ time: new Date().toISOString(), server: settings.serverName, ...entry })}\n`,
    );
  };
  // Whoever reads the log may be gone; that is no reason to stop serving.
  process.stdout.on("error", () => {});

  const traffic = createServer(settings, createListener(createApp(settings, state, log), log));
  const listeners = [{ server: traffic, name: "PORT", port: settings.port }];
  if (settings.healthPort !== undefined) {
    const health = createServer(
      settings,
      createListener(createApp(settings, state, log, { healthOnly: true }), log),
    );
    listeners.push({ server: health, name: "HEALTH_PORT", port: settings.healthPort });
  }

  const drain = createDrain(
    listeners.map(({ server }) => server),
    settings,
    state,
    log,
  );
  process.on("SIGTERM", drain);
  process.on("SIGINT", drain);

  let waiting = listeners.length;
  for (const { server, name, port } of listeners) {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      stop([listenProblem(name, port, error)]),
    );
    server.listen({ port, host: settings.host }, () => {
      waiting -= 1;
      if (waiting === 0) log({ event: "listening", ...Object.fromEntries(listeners.map(portOf)) });
    });
  }
}

/** @param {{ server: http.Server, name: string }} listener */
function portOf({ server, name }) {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return [name === "PORT" ? "port" : "healthPort", address.port];
}

/** @type {(name: string, port: number, error: NodeJS.ErrnoException) => string} */
function listenProblem(name, port, error) {
  if (error.code === "EADDRINUSE")
    return `${name} must be free, got ${port}, which is in use; stop the other program or choose another`;
  if (error.code === "EACCES")
    return `${name} must be allowed for this user, got ${port}; choose one from 1024 up`;
  return `${name} must be a port to listen on, got ${port} (${error.code ?? error.message}); check HOST and ${name}`;
}

/** @param {string[]} problems */
function stop(problems) {
  process.stderr.write(problems.map((problem) => `server: ${problem}\n`).join(""));
  process.exit(1);
}

if (require.main === module) {
  const { settings, problems } = parseSettings(process.env);
  if (problems.length > 0) stop(problems);
  else run(settings);
}

module.exports = { createServer };

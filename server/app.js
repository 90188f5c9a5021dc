// @ts-check

const express = require("express");

/** @typedef {import("./settings").Settings} Settings */
/** @typedef {{ draining: boolean }} State */
/** @typedef {(entry: Record<string, unknown>) => void} Log */

/**
 * The Express app, without a socket.
 * @param {Settings} settings
 * @param {State} state shared with the drain: once `draining` is true, health fails and answers close their connection
 * @param {Log} log gets one entry a request
 * @param {{ healthOnly?: boolean }} [options] healthOnly: every other path is unknown
 */
function createApp(settings, state, log, options = {}) {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // The load balancer is the one hop: the last X-Forwarded-For entry is its own and is the client; the rest is hearsay.
  app.set("trust proxy", 1);
  app.use((request, response, next) => {
    logWhenDone(request, response, log);
    if (state.draining) response.set("Connection", "close");
    next();
  });
  app.get("/{*path}", (request, response, next) => {
    if (request.path === settings.healthPath) {
      if (state.draining) answer(response, 503, "Draining");
      else answer(response, 200, "Health Check Success");
    } else if (!options.healthOnly && isGreeted(request.path, settings.basePath)) {
      answer(response, 200, settings.first ? "Hello World" : `Hello World from ${settings.serverName}`);
    } else next();
  });
  app.use((_request, response) => answer(response, 404, "Not Found"));
  app.use(refuse);
  return app;
}

/**
 * The app as a listener of an HTTP server. Express leaves a URL that it cannot parse to its caller.
 * @param {ReturnType<typeof createApp>} app
 * @param {Log} log
 * @returns {import("node:http").RequestListener}
 */
function createListener(app, log) {
  return (request, response) => {
    const expressRequest = /** @type {import("express").Request} */ (request);
    const expressResponse = /** @type {import("express").Response} */ (response);
    // Not in Express's type: a function that is called when no route took the request.
    const handle = /** @type {Function} */ (app);
    handle(request, response, () => {
      logWhenDone(expressRequest, expressResponse, log);
      answer(expressResponse, 400, "Bad Request");
    });
  };
}

/**
 * @param {string} path
 * @param {string} basePath
 */
function isGreeted(path, basePath) {
  return path === basePath || path === `${basePath}/`;
}

/**
 * @param {import("express").Response} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
  response.status(status).type("text/plain").send(text);
}

/**
 * Four parameters: that is how Express knows an error handler.
 * @param {{ status?: number } | undefined} error
 * @param {import("express").Request} _request
 * @param {import("express").Response} response
 * @param {import("express").NextFunction} next
 */
function refuse(error, _request, response, next) {
  if (response.headersSent) next(error);
  else if (error?.status === 400) answer(response, 400, "Bad Request");
  else answer(response, 500, "Internal Server Error");
}

/**
 * @param {import("express").Request} request
 * @param {import("express").Response} response
 * @param {Log} log
 */
function logWhenDone(request, response, log) {
  const startedAt = performance.now();
  // Read now: a closed socket no longer knows its peer.
  const client = request.ip?.replace(/^::ffff:/, "");
  const traceId = request.get("x-amzn-trace-id");
  response.once("close", () => {
    log({
      event: "request",
      method: request.method,
      // Without the query: it may hold what does not belong in a log.
      path: request.originalUrl.replace(/\?.*/s, ""),
      status: response.statusCode,
      durationMs: Math.round((performance.now() - startedAt) * 1000) / 1000,
      client,
      ...(traceId === undefined ? {} : { traceId }),
      ...(response.writableFinished ? {} : { aborted: true }),
    });
  });
}

module.exports = { createApp, createListener };

// @ts-check

const { isIP } = require("node:net");

/**
 * What one server needs to know.
 * @typedef {object} Settings
 * @property {string} serverName who answers, in the greeting and in every log line
 * @property {boolean} first true: greets with plain `Hello World`
 * @property {number} port traffic port; 0 takes any free port
 * @property {number | undefined} healthPort port of a second listener that answers health only; undefined: none
 * @property {string} healthPath path of the health check, from the root whatever the base path
 * @property {string} basePath path of the greeting, without a slash at its end (the load balancer does not strip it)
 * @property {number} keepAliveSeconds how long an idle connection stays open
 * @property {number} drainSeconds how long it still serves after SIGTERM while health answers 503
 * @property {number} closeSeconds how long the remaining requests get after that
 * @property {string | undefined} host address to listen on; undefined: all of them, IPv6 and IPv4
 */

/** @typedef {Record<string, string | undefined>} Environment */

const PATH = /^\/[A-Za-z0-9/._~%+@:-]*$/;
const FIX = "change it or unset it";
const PATH_RULE = "must start with / and hold only letters, digits and / . _ ~ % + @ : -";

/**
 * Environment variables -> settings. An unset variable takes its default; a bad one gives one problem, one line.
 * @param {Environment} environment
 * @returns {{ settings: Settings, problems: string[] }} the settings count only when there are no problems
 */
function parseSettings(environment) {
  /** @type {string[]} */
  const problems = [];
  const read = reader(environment, problems);
  const port = read.integer("PORT", "3000");
  const settings = {
    serverName: read.text(
      "SERVER_NAME",
      "Server-1",
      /^[A-Za-z0-9-]{1,63}$/,
      "must be 1 to 63 letters, digits or hyphens",
    ),
    first: read.text("FIRST_SERVER", "false", /^(true|false)$/, "must be true or false") === "true",
    port,
    healthPort: secondPort(environment, port, read),
    healthPath: read.text("HEALTH_PATH", "/health", PATH, PATH_RULE),
    basePath: trimSlash(read.text("BASE_PATH", "/", PATH, PATH_RULE)),
    keepAliveSeconds: read.seconds("KEEP_ALIVE_SECONDS", "65", 1, 7200),
    drainSeconds: read.seconds("DRAIN_SECONDS", "10", 0, 3600),
    closeSeconds: read.seconds("CLOSE_SECONDS", "10", 0, 3600),
    host: hostOf(environment, problems),
  };
  if (trimSlash(settings.healthPath) === settings.basePath)
    problems.push(
      `HEALTH_PATH must differ from BASE_PATH, got ${quote(settings.healthPath)} for both; change one`,
    );
  return { settings, problems };
}

/**
 * @param {Environment} environment
 * @param {string[]} problems
 */
function reader(environment, problems) {
  /** @type {(name: string, fallback: string, pattern: RegExp, rule: string) => string} */
  const text = (name, fallback, pattern, rule) => {
    const value = environment[name] ?? fallback;
    if (!pattern.test(value)) problems.push(`${name} ${rule}, got ${quote(value)}; ${FIX}`);
    return value;
  };
  /** @type {(name: string, fallback: string, from: number, to: number, pattern: RegExp, what: string) => number} */
  const number = (name, fallback, from, to, pattern, what) => {
    const value = environment[name] ?? fallback;
    const parsed = pattern.test(value) ? Number(value) : Number.NaN;
    if (!(parsed >= from && parsed <= to))
      problems.push(`${name} must be ${what} from ${from} to ${to}, got ${quote(value)}; ${FIX}`);
    return parsed;
  };
  return {
    text,
    /** @type {(name: string, fallback: string) => number} */
    integer: (name, fallback) => number(name, fallback, 0, 65_535, /^\d{1,5}$/, "a whole number"),
    /** @type {(name: string, fallback: string, from: number, to: number) => number} */
    seconds: (name, fallback, from, to) =>
      number(name, fallback, from, to, /^\d{1,5}(\.\d{1,3})?$/, "a number of seconds"),
  };
}

/**
 * @param {Environment} environment
 * @param {number} port
 * @param {ReturnType<typeof reader>} read
 */
function secondPort(environment, port, read) {
  if (environment.HEALTH_PORT === undefined) return undefined;
  const healthPort = read.integer("HEALTH_PORT", "");
  return healthPort === port && port !== 0 ? undefined : healthPort;
}

/**
 * @param {Environment} environment
 * @param {string[]} problems
 */
function hostOf(environment, problems) {
  const host = environment.HOST;
  if (host !== undefined && host !== "localhost" && isIP(host) === 0)
    problems.push(`HOST must be an IP address or localhost, got ${quote(host)}; ${FIX}`);
  return host;
}

/** @param {string} path */
function trimSlash(path) {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

/** @param {string} value */
function quote(value) {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
}

module.exports = { parseSettings };

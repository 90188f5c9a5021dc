import type { ServerSettings } from "./types";

/** One value that the server would refuse. */
export interface SettingsProblem {
  /** Stable id, such as `server-name-invalid`. */
  readonly id: string;
  /** One line: what must be, what was got, what to do. */
  readonly message: string;
}

const PATH_CHARACTERS = "letters, digits and / . _ ~ % + @ : -";

/**
 * All values that the server would refuse at its start, so that a mistake shows before an instance is launched.
 *
 * Pure; the messages carry no construct path. Give it plain values: an unresolved token is not one.
 */
export function checkServerSettings(settings: ServerSettings): SettingsProblem[] {
  const found: (SettingsProblem | undefined)[] = [
    problem("server-name-invalid", checkName(settings.serverName)),
    problem("server-first-invalid", checkFlag("first", settings.first)),
    problem("server-port-invalid", checkPort("port", settings.port)),
    problem(
      "server-health-port-invalid",
      optional(settings.healthPort, (value) => checkPort("healthPort", value)),
    ),
    problem("server-health-path-invalid", checkPath("healthPath", settings.healthPath)),
    problem("server-base-path-invalid", checkPath("basePath", settings.basePath)),
    problem(
      "server-keep-alive-invalid",
      checkSeconds("keepAliveSeconds", settings.keepAliveSeconds, 1, 7200),
    ),
    problem("server-drain-invalid", checkSeconds("drainSeconds", settings.drainSeconds, 0, 3600)),
    problem(
      "server-close-invalid",
      optional(settings.closeSeconds, (value) => checkSeconds("closeSeconds", value, 0, 3600)),
    ),
    problem("server-health-path-is-base-path", checkDistinct(settings.healthPath, settings.basePath)),
  ];
  return found.filter((entry) => entry !== undefined);
}

function problem(id: string, message: string | undefined): SettingsProblem | undefined {
  return message === undefined ? undefined : { id, message };
}

function optional<T>(value: T | undefined, check: (value: T) => string | undefined): string | undefined {
  return value === undefined ? undefined : check(value);
}

function checkName(value: unknown): string | undefined {
  const rule = "serverName must be 1 to 63 letters, digits or hyphens";
  if (typeof value !== "string") return `${rule}, got ${show(value)}; give the server a name`;
  if (value === "") return `${rule}, got ""; give the server a name`;
  const bad = firstMatch(value, /[^A-Za-z0-9-]/u);
  if (bad) return `${rule}, got ${bad}; rename the server`;
  return value.length > 63 ? `${rule}, got ${value.length} characters; shorten the name` : undefined;
}

function checkFlag(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === "boolean") return undefined;
  return `${name} must be true or false, got ${show(value)}; write it without quotes`;
}

function checkPort(name: string, value: unknown): string | undefined {
  if (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 65_535) return undefined;
  return `${name} must be a whole number from 1 to 65535, got ${show(value)}; choose another port`;
}

function checkPath(name: string, value: unknown): string | undefined {
  const rule = `${name} must start with / and hold only ${PATH_CHARACTERS}`;
  if (typeof value !== "string" || !value.startsWith("/"))
    return `${rule}, got ${show(value)}; write it like /${name === "basePath" ? "api" : "health"}`;
  const bad = firstMatch(value, /[^A-Za-z0-9/._~%+@:-]/u);
  return bad ? `${rule}, got ${bad}; leave that out` : undefined;
}

function checkSeconds(name: string, value: unknown, from: number, to: number): string | undefined {
  const inRange = typeof value === "number" && value >= from && value <= to;
  // The server reads at most three decimals.
  if (inRange && Math.round(value * 1000) / 1000 === value) return undefined;
  return `${name} must be a number of seconds from ${from} to ${to} with at most 3 decimals, got ${show(value)}; choose another value`;
}

function checkDistinct(healthPath: unknown, basePath: unknown): string | undefined {
  const same = typeof healthPath === "string" && trimSlash(healthPath) === trimSlash(String(basePath));
  if (!same) return undefined;
  return `healthPath must differ from basePath, or one of them never answers, got ${show(healthPath)} for both; change one of them`;
}

function trimSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

function firstMatch(value: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(value);
  return match ? `${JSON.stringify(match[0])} at position ${match.index + 1}` : undefined;
}

function show(value: unknown): string {
  if (typeof value === "function" || (typeof value === "object" && value !== null))
    return `a value of type ${typeof value}`;
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

import { isIP } from "node:net";
import { isToken } from "../../lab/alb";
import { CannotRun } from "../exit-code";

/** One more `Name: value` among those before. */
export function addHeader(text: string, before: readonly string[] = []): readonly string[] {
  const [, name, value] = /^([^:]*):(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined || !isToken(name))
    throw new CannotRun(
      `--header: must be <name>: <value>, such as "X-Stage: beta", got ${JSON.stringify(text)}`,
    );
  return [...before, name, value.trim()];
}

export function sourceAddress(text: string): string {
  if (isIP(text) !== 0) return text;
  throw new CannotRun(
    `--source-ip: must be an IP address, such as 203.0.113.10, got ${JSON.stringify(text)}`,
  );
}

import { members } from "./control-fields";
import type { RawHeaders } from "./types";

/**
 * Headers of one connection, never passed on (RFC 9110 7.6.1; P23, P-26, P-28). Content-Length is among them because the
 * framing of a message is computed once and written by whoever sends it. `TE: trailers` could stay and does not.
 */
export const HOP_BY_HOP = [
  "connection",
  "content-length",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
] as const;

const NONE: ReadonlySet<string> = new Set();
const USUAL = new Set(["keep-alive", "close", "upgrade", "te", "http2-settings"]);

/** Lower-case names that `Connection` declares to be of this connection too, beyond those that always are. */
export function nominated(connection: readonly string[]): ReadonlySet<string> {
  if (connection.length === 0) return NONE;
  if (connection.length === 1 && USUAL.has(connection[0]?.toLowerCase() ?? "")) return NONE;
  const names = members(connection).filter((name) => !USUAL.has(name));
  return names.length === 0 ? NONE : new Set(names);
}

export function withoutNames(headers: RawHeaders, names: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    if (!names.has(name.toLowerCase())) kept.push(name, headers[index + 1] ?? "");
  }
  return kept;
}

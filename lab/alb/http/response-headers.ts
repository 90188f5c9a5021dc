import { HOP_BY_HOP, nominated, withoutNames } from "./hop-by-hop";
import type { ListenerHeaders } from "./listener-headers";
import { NameTable } from "./name-table";
import type { RawHeaders } from "./types";

/** The headers of one answer for the client; `setCookies` are values of Set-Cookie lines to add. */
export type ResponseHeaderWriter = (headers: RawHeaders, setCookies: readonly string[]) => string[];

/**
 * Writes the headers that clients of a listener get from a target: all of the target's, `Server` included (P16), but
 * those of its connection (P-28); what the listener sets takes the place of the target's (P8).
 */
export function responseHeaders({ response }: Pick<ListenerHeaders, "response">): ResponseHeaderWriter {
  const dropped = new NameTable<"drop" | "connection">([
    ...HOP_BY_HOP.map((name) => [name, "drop"] as const),
    ...response.map(([name]) => [name.toLowerCase(), "drop"] as const),
    ["connection", "connection"],
  ]);
  const added = response.flat();
  return (headers, setCookies) => {
    const out = endToEnd(headers, dropped);
    out.push(...added);
    for (const cookie of setCookies) out.push("Set-Cookie", cookie);
    return out;
  };
}

function endToEnd(headers: RawHeaders, dropped: NameTable<"drop" | "connection">): string[] {
  const kept: string[] = [];
  const connection: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? "";
    const value = headers[index + 1] ?? "";
    const treatment = dropped.get(name);
    if (treatment === undefined) kept.push(name, value);
    else if (treatment === "connection") connection.push(value);
  }
  const names = nominated(connection);
  return names.size === 0 ? kept : withoutNames(kept, names);
}

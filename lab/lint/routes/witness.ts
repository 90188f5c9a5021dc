import type { RequestFacts } from "../../alb";
import type { Box, Limits } from "./box";
import type { Dimension } from "./dimensions";
import { accepts } from "./language";

/** Words that people know, where one of them will do. */
const familiar: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  host: ["www.example.com"],
  path: ["/"],
  method: ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"],
  source: [`4${String.fromCharCode(0xc000, 0x0201)}`],
};

/** A request of a box, as plain as possible; undefined: nobody found one in time. */
export function requestOf(
  box: Box,
  { protocol, port }: Pick<RequestFacts, "protocol" | "port">,
): RequestFacts | undefined {
  for (const { words } of box.values()) if (words.includes("unsure")) return undefined;
  const [host, path, method, source] = (["host", "path", "method", "source"] as const).map((dimension) =>
    wordFor(dimension, box.get(dimension)),
  ) as [string, string, string, string];
  return {
    method,
    // the dot at the end of a name is not seen
    host: host.endsWith(".") ? `${host}.` : host,
    path,
    query: (box.get("query")?.words ?? []).join("&"),
    header: (name) => box.get(`header ${name}`)?.words ?? [],
    sourceIp: addressOf(source),
    protocol,
    port,
  };
}

function wordFor(dimension: "host" | "path" | "method" | "source", limits: Limits | undefined): string {
  const words = familiar[dimension] ?? [];
  if (limits === undefined) return words[0] as string;
  const { hits, avoid } = limits;
  const isWithin = (word: string) =>
    hits.every((hit) => accepts(hit, word)) && !avoid.some((language) => accepts(language, word));
  return words.find(isWithin) ?? (limits.words[0] as string);
}

function addressOf(word: string): string {
  const groups = Array.from({ length: word.length - 1 }, (_, index) => word.charCodeAt(index + 1));
  if (word.startsWith("6")) return groups.map((group) => group.toString(16)).join(":");
  return groups.flatMap((group) => [group >> 8, group & 255]).join(".");
}

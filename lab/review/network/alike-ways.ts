import { few } from "../targets/target-course";
import type { WayPair } from "./ways";

/** Ways that differ in the target only. */
export type AlikeWays = readonly [WayPair, ...WayPair[]];

/** Ways from the same to the same port, for each reason of their own. @param reasonOf what they must have in common */
export function alikeWays(
  ways: readonly WayPair[],
  reasonOf: (way: WayPair) => string,
): readonly AlikeWays[] {
  const groups = new Map<string, [WayPair, ...WayPair[]]>();
  for (const way of ways) {
    const { from, to, port, family, isHealthCheck } = way;
    const key = JSON.stringify([from, family && to, port, family, isHealthCheck, reasonOf(way)]);
    const others = groups.get(key);
    if (others) others.push(way);
    else groups.set(key, [way]);
  }
  return [...groups.values()];
}

/** Such as `from shop to port 3000 of web-1, web-2, web-3 and 7 more`. */
export function wordsOf(ways: AlikeWays): string {
  const [{ from, port, family }] = ways;
  const names = few(ways.map(({ to }) => to));
  const version = family === undefined ? "" : ` over ${family === "ipv4" ? "IPv4" : "IPv6"}`;
  return `from ${from} to port ${port} of ${names}${version}`;
}

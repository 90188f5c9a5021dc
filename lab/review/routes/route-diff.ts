import { RequestSpaces, type Subject } from "../../lint";
import { Labels } from "../../topology";
import { entrancesOf } from "./entrance";
import { type EntranceDiff, entranceDiff } from "./entrance-diff";
import { identifier } from "./identify";

/** Which requests are answered differently, for all requests that clients can send. */
export interface RouteDiff {
  /** Those with a difference, or with something that cannot be told; in the order of load balancers and ports. */
  readonly entrances: readonly EntranceDiff[];
}

/**
 * Compares two topologies by what clients get: not by how it is declared, so that a rule that is split in two, or moved
 * without another answer, is no difference. What is not known is never guessed: it is told as `unsure`.
 */
export function routeDiff(before: Subject, after: Subject): RouteDiff {
  const identify = identifier(after, before);
  const places = {
    before: { labels: new Labels(before.topology), identify },
    after: { labels: new Labels(after.topology), identify },
  };
  const spaces = new RequestSpaces();
  const entrances = entrancesOf(before, after).map((entrance) => entranceDiff(entrance, places, spaces));
  return { entrances: entrances.filter((entrance) => entrance !== undefined) };
}

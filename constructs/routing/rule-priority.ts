import { createHash } from "node:crypto";

/** Priorities below this are never assigned automatically: they are for routes that must come first. */
export const FIRST_ASSIGNED = 1000;
/** Priorities above this are never assigned automatically: they are for routes that must come last. */
export const LAST_ASSIGNED = 49_000;

/**
 * Priority of a route without one of its own, 1000 to 49000: a hash of its key, to which a number at the key's
 * end is added, so that `app-1`, `app-2` and so on never share one.
 *
 * It depends on the key alone, so adding or removing a route never renumbers another. Two keys that share a
 * priority all the same are refused at synth (a chance of about 1 in 480 for the hundredth route of a listener);
 * one then gets an explicit priority. Order matters only where two routes can match one request, and there it
 * must be said.
 */
export function assignedPriority(key: string): number {
  const [, stem = key, number = "0"] = /^(.*?)(\d{1,4})$/.exec(key) ?? [];
  const hash = createHash("sha256").update(stem).digest().readUInt32BE(0);
  return FIRST_ASSIGNED + ((hash + Number(number)) % (LAST_ASSIGNED - FIRST_ASSIGNED + 1));
}

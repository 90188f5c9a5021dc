import { randomBytes } from "node:crypto";
import { traceId } from "../../alb";

const idDigits = 24;

/** Makes trace ids; random bytes are fetched in bulk, because every request takes one. */
export function traceIds(now: () => number): () => string {
  let pool = "";
  let at = 0;
  return () => {
    if (at === pool.length) {
      pool = randomBytes(idDigits * 128).toString("hex");
      at = 0;
    }
    at += idDigits;
    return traceId(now(), pool.slice(at - idDigits, at));
  };
}

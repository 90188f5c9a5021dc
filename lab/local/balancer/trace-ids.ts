import { randomFillSync } from "node:crypto";
import { traceId } from "../../alb";

const idBytes = 12;

/** Makes trace ids; random bytes are fetched in bulk, because every request takes one. */
export function traceIds(now: () => number): () => string {
  const pool = Buffer.alloc(idBytes * 256);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      randomFillSync(pool);
      at = 0;
    }
    at += idBytes;
    return traceId(now(), pool.toString("hex", at - idBytes, at));
  };
}

import type { Readable } from "node:stream";

const KEPT_BYTES = 16 * 1024;
const SHOWN_CHARACTERS = 300;

/**
 * Reads a stream to its end and keeps no more of it than a few kilobytes.
 *
 * @returns tells the last line that is not blank, its first 300 characters: on standard error it says why a process ended
 */
export function keepLastLine(stream: Readable): () => string {
  let tail: Buffer = Buffer.alloc(0);
  stream.on("data", (bytes: Buffer) => {
    tail = Buffer.concat([tail, bytes]).subarray(-KEPT_BYTES);
  });
  return () => {
    const lines = tail.toString("utf8").split(/\r?\n/);
    const last = lines.filter((line) => line.trim() !== "").pop() ?? "";
    return last.slice(0, SHOWN_CHARACTERS);
  };
}

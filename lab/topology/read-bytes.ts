import { closeSync, openSync, readSync } from "node:fs";
import { INPUT_LIMIT_BYTES, TopologyInputError } from "./input";
import { tooLarge } from "./input/decode-text";

const PIECE_BYTES = 4 * 1024 * 1024;

/** Reads a file or a pipe, and no more of it than an input may have. */
export function readBytes(path: string): Uint8Array {
  const file = open(path);
  try {
    return Buffer.concat(piecesOf(file, path));
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw unreadable(path, error);
  }
}

function piecesOf(file: number, path: string): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    const length = readPiece(file, piece, path);
    if (length === 0) return pieces;
    pieces.push(piece.subarray(0, length));
    size += length;
    if (size > INPUT_LIMIT_BYTES) throw tooLarge(path, size);
  }
}

function readPiece(file: number, piece: Buffer, path: string): number {
  try {
    return readSync(file, piece);
  } catch (error) {
    throw unreadable(path, error);
  }
}

const REASONS = new Map([
  ["ENOENT", "no such file"],
  ["ENOTDIR", "no such file"],
  ["EACCES", "a file that this user may not read"],
  ["EISDIR", "a directory"],
]);

/** What a failed system call says to a person. */
export function unreadable(path: string, error: unknown): TopologyInputError {
  const code = typeof error === "object" && error && "code" in error ? String(error.code) : "an error";
  const todo = code === "ENOENT" ? "synthesize first, or look at the path" : "look at the path";
  return new TopologyInputError(path, "must be a file that can be read", REASONS.get(code) ?? code, todo);
}

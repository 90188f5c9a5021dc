import { compress } from "./gzip";
import type { UserDataFile } from "./types";
import { UserDataError } from "./user-data-error";

/** The most that EC2 takes as user data, counted before base64 (N11). */
export const USER_DATA_LIMIT_BYTES = 16_384;

/**
 * Refuses a document that EC2 would refuse, naming the file that takes most of it.
 *
 * @throws UserDataError above `USER_DATA_LIMIT_BYTES`
 */
export function checkSize(bytes: number, files: readonly UserDataFile[]): void {
  if (bytes <= USER_DATA_LIMIT_BYTES) return;
  const sizes = files.map((file) => ({ path: file.path, bytes: compress(file.content).length }));
  const largest = sizes.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  throw new UserDataError(
    `user data must be at most ${USER_DATA_LIMIT_BYTES} bytes, got ${bytes}; make ${largest.path} smaller (${largest.bytes} bytes gzipped)`,
  );
}

import { gunzipSync, gzipSync } from "node:zlib";
import { UserDataError } from "./user-data-error";

const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/**
 * Text -> one gzip member, the same bytes for the same text on every system.
 *
 * Members can be joined: what unpacks one after another is the text one after another (RFC 1952, section 2.2).
 */
export function compress(text: string): Buffer {
  const member = gzipSync(text, { level: 9 });
  // Node writes no time, but it does write the system it runs on.
  member[OS_BYTE] = OS_UNKNOWN;
  return member;
}

/** Whether these bytes begin like gzip. */
export function isCompressed(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * All gzip members -> bytes.
 *
 * @throws UserDataError when they are damaged, cut off, followed by something else, or unpack to more than `limitBytes`
 */
export function decompress(bytes: Buffer, limitBytes: number): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limitBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new UserDataError(
        `user data must unpack to at most ${limitBytes} bytes, got more; check where it comes from`,
      );
    }
    const reason = (error as Error).message;
    throw new UserDataError(`user data must be whole gzip data, got ${reason}; check that it is not cut off`);
  }
}

import { gunzipSync } from "node:zlib";
import { UserDataError } from "./user-data-error";

const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/**
 * Text -> one gzip member, the same bytes for the same text on every system and every build of Node.js.
 *
 * Members can be joined: what unpacks one after another is the text one after another (RFC 1952, section 2.2).
 */
export function compress(text: string): Buffer {
  // Loaded here: whoever only reads user data does not pay for it.
  const { gzipSync } = require("fflate") as typeof import("fflate");
  // A fixed table size: the default follows from a logarithm, and for this much text a larger one gains no byte.
  const packed = gzipSync(Buffer.from(text), { level: 9, mem: 0, mtime: 0 });
  const member = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  // The library says that it runs on Unix, wherever it runs.
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

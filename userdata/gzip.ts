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

/** How every member begins that `compress` has made. */
const OWN_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, OS_UNKNOWN]);
const MOST_MEMBERS = 16;

/** A text in the parts in which it was packed: what all servers of a project have in common, and the rest. */
export interface OwnText {
  /** Empty where there is one part only. The same text is the same object. */
  readonly common: string;
  readonly rest: string;
}

/** Members that were first of two. */
const commonMembers: { readonly member: Buffer; readonly text: string }[] = [];

/**
 * The text in members that `compress` has made, each of which is unpacked once where several documents begin with it.
 * `undefined`: it is something else, or not whole.
 */
export function unpackOwnText(bytes: Buffer, limitBytes: number): OwnText | undefined {
  if (!bytes.subarray(0, OWN_HEADER.length).equals(OWN_HEADER)) return undefined;
  const next = bytes.indexOf(OWN_HEADER, OWN_HEADER.length);
  try {
    const common = next < 0 ? "" : unpackCommon(bytes.subarray(0, next), limitBytes);
    const rest = unpackText(bytes.subarray(Math.max(next, 0)), limitBytes);
    // A mark of byte order belongs to no document of ours.
    const isMarked = (common || rest).startsWith("\ufeff");
    return common.length + rest.length <= limitBytes && !isMarked ? { common, rest } : undefined;
  } catch {
    return undefined;
  }
}

function unpackCommon(member: Buffer, limitBytes: number): string {
  const known = commonMembers.find((one) => one.member.equals(member));
  if (known !== undefined) return known.text;
  const text = unpackText(member, limitBytes);
  if (commonMembers.length === MOST_MEMBERS) commonMembers.length = 0;
  commonMembers.push({ member: Buffer.from(member), text });
  return text;
}

function unpackText(member: Buffer, limitBytes: number): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    gunzipSync(member, { maxOutputLength: limitBytes }),
  );
}

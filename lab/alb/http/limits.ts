import type { HeadFailure, RawHead } from "./types";

/**
 * A line or a head of this many bytes is refused, one byte less is let through: 16 K for the request line and for one
 * header, 64 K for all request headers, 32 K for all headers of a target's answer (P40).
 */
export const REQUEST_LINE_LIMIT = 16_384;
export const HEADER_LIMIT = 16_384;
export const REQUEST_HEADERS_LIMIT = 65_536;
export const ANSWER_HEADERS_LIMIT = 32_768;

/** AWS names no number; a limit of our own, so that nobody counts fields differently (proxy case P-24). */
export const MAX_REQUEST_FIELDS = 100;

/** One more is answered with 463 (E463). */
export const MAX_FORWARDED_FOR_ADDRESSES = 30;

export function sizeFailure({ sizes, headers }: Pick<RawHead, "sizes" | "headers">): HeadFailure | undefined {
  if (sizes.firstLine >= REQUEST_LINE_LIMIT) return "request-line-too-long";
  if (sizes.longestHeader >= HEADER_LIMIT) return "header-too-long";
  if (sizes.headers >= REQUEST_HEADERS_LIMIT) return "headers-too-long";
  return headers.length > 2 * MAX_REQUEST_FIELDS ? "too-many-headers" : undefined;
}

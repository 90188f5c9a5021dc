/** Beyond this many bytes of headers nothing of the client's trace is kept (P6). */
const TRACE_HEADERS_LIMIT = 7 * 1024;

/**
 * The `X-Amzn-Trace-Id` for the target (P6).
 *
 * @param received the client's values
 * @param id `1-<8 hex digits of the time>-<24 hex digits>`
 * @param headerBytes size of the client's headers
 */
export function traceHeader(
  received: readonly string[] | undefined,
  id: string,
  headerBytes: number,
): string {
  if (received === undefined || headerBytes > TRACE_HEADERS_LIMIT) return `Root=${id}`;
  const fields = received
    .join(";")
    .split(";")
    .map((field) => field.trim())
    .filter((field) => field !== "" && !/^self=/i.test(field));
  const own = fields.some((field) => /^root=/i.test(field)) ? "Self" : "Root";
  return [`${own}=${id}`, ...fields].join(";");
}

/** @param hex 24 random hexadecimal digits */
export function traceId(nowMs: number, hex: string): string {
  return `1-${Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, "0")}-${hex}`;
}

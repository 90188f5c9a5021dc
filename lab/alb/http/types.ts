/** Names and values in turn, as received, names in their own case. One character is one byte (latin1). */
export type RawHeaders = readonly string[];

/**
 * The head of an HTTP/1 request, read leniently: whatever can be told apart is kept as sent, and what was odd about it
 * is named, so that it can be classified instead of being mended or refused by the parser.
 */
export interface RawHead {
  /** Up to the first space of the request line. */
  readonly method: string;
  /** Between the first and the last space, or after the first when nothing like a version follows (HTTP/0.9). */
  readonly target: string;
  /** After the last space, such as `HTTP/1.1`; empty when the line has no such part; `HTTP/2.0` for an HTTP/2 stream. */
  readonly version: string;
  /**
   * Names exactly as sent up to the first colon, spaces and control characters included. Values without the spaces and
   * tabs around them. A folded value is joined by one space. A line without a colon is a name with an empty value.
   */
  readonly headers: RawHeaders;
  readonly sizes: HeadSizes;
  /** Each at most once; the same empty array for every ordinary head. */
  readonly oddities: readonly Oddity[];
}

/** The head of a target's HTTP/1 answer, read as leniently. */
export interface RawAnswerHead {
  /** Up to the first space of the status line, such as `HTTP/1.1`. */
  readonly version: string;
  /** The second word of the status line, as sent. */
  readonly status: string;
  readonly reason: string;
  readonly headers: RawHeaders;
  readonly sizes: HeadSizes;
  readonly oddities: readonly Oddity[];
}

/** In bytes, as sent, without line ends. */
export interface HeadSizes {
  /** Request or status line. */
  readonly firstLine: number;
  /** The longest header line, its continuation lines included. */
  readonly longestHeader: number;
  /** All header lines together. */
  readonly headers: number;
}

export type Oddity =
  /** A line that ends in LF alone. */
  | "bare-lf"
  /** A CR that no LF follows; it is kept where it stands. */
  | "bare-cr"
  /** A control character other than tab, CR and LF, or 0x7f, anywhere; it is kept where it stands. */
  | "control"
  /** A byte of 0x80 and more, anywhere. */
  | "eight-bit"
  /** A line that begins with a space or a tab, after a header line. */
  | "folded"
  /** The same right after the request or status line; it is kept as a header of its own. */
  | "leading-space"
  | "no-colon";

/** Ordinary heads have this very array. */
export const NO_ODDITIES: readonly Oddity[] = [];

export type HttpVersion = "1.0" | "1.1" | "2.0";

/** How the end of a body is found; computed once and then used for both connections. */
export type BodyFraming =
  | { readonly framing: "none" }
  | { readonly framing: "chunked" }
  | { readonly framing: "length"; readonly bytes: number };

/** Why the load balancer had to answer by itself or break off. */
export type Failure =
  | HeadFailure
  | "request-timeout"
  | "client-aborted"
  | "client-body-incomplete"
  /** The client stopped reading its answer for the idle timeout. */
  | "client-stalled"
  | "connect-refused"
  | "connect-timeout"
  | "target-closed"
  | AnswerFailure
  | "target-timeout"
  | "target-body-short"
  /** The handshake failed; one that takes too long is a connect-timeout. */
  | "target-tls"
  | "deregistered"
  | "shutting-down";

/** What can be wrong with the head of a request. */
export type HeadFailure =
  | "malformed-request"
  | "request-line-too-long"
  | "header-too-long"
  | "headers-too-long"
  | "too-many-headers"
  | "unsupported-transfer-encoding"
  | "unsupported-version";

/** What can be wrong with the head of a target's answer. */
export type AnswerFailure = "target-malformed" | "target-headers-too-long";

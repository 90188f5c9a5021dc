import { errorPage } from "./error-page";
import type { Failure, HttpVersion, RawHeaders } from "./types";

/** An answer that the load balancer gives by itself; Content-Length, Date and Connection are added by who sends it. */
export interface ErrorAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** Reason phrase of the status line. */
  readonly reason: string;
  readonly headers: RawHeaders;
  readonly body: string;
  /** Close the client's connection afterwards. */
  readonly close: boolean;
}

/**
 * Reason phrases, which are the titles too. 502, 503, 504 and the redirects are as captured from real load balancers
 * (P-E2); the others are the registered phrases or, for AWS's own codes, ours (P-E6).
 */
const REASONS: Readonly<Record<number, string>> = {
  301: "Moved Permanently",
  302: "Found",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  414: "URI Too Long",
  417: "Expectation Failed",
  460: "Client Closed Connection",
  463: "Too Many Forwarded Addresses",
  464: "Incompatible Protocol Version",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
  505: "HTTP Version Not Supported",
  507: "Insufficient Storage",
  561: "Unauthorized",
};

/** What was read of the client's request cannot be trusted, or more of it is under way (P-E5). */
const CLOSING: ReadonlySet<number> = new Set([400, 405, 408, 413, 414, 417, 501, 505]);

const STATUSES: Readonly<Record<Failure, number>> = {
  "malformed-request": 400,
  "request-line-too-long": 414,
  "header-too-long": 400,
  "headers-too-long": 400,
  "too-many-headers": 400,
  "unsupported-transfer-encoding": 501,
  "unsupported-version": 505,
  "request-timeout": 408,
  "client-aborted": 460,
  "client-body-incomplete": 400,
  "client-stalled": 408,
  "connect-refused": 502,
  "connect-timeout": 504,
  "target-closed": 502,
  "target-malformed": 502,
  "target-headers-too-long": 502,
  "target-timeout": 504,
  "target-body-short": 504,
  "target-tls": 502,
  deregistered: 502,
  "shutting-down": 502,
};

/**
 * The status of a failure (E400-E505). 460 is for the log only: nobody is left to answer. A header over its limit is 400,
 * not the 413 that the same AWS page also names (X4); a request line over its limit is 414, for its URI is what is long.
 */
export function failureStatus(failure: Failure): number {
  return STATUSES[failure];
}

export interface ErrorAnswerOptions {
  /** Listener attribute `routing.http.response.server.enabled`, default true (P16). */
  readonly server?: boolean;
}

/** The answer with this status; a status that the load balancer does not know is given as 500. */
export function errorAnswer(
  status: number,
  version: HttpVersion,
  { server = true }: ErrorAnswerOptions = {},
): ErrorAnswer {
  const known = Object.hasOwn(REASONS, status) ? status : 500;
  const phrase = REASONS[known] ?? "";
  const type = ["Content-Type", "text/html"];
  const headers = server ? ["Server", "awselb/2.0", ...type] : type;
  return {
    kind: "answer",
    status: known,
    // A real one's status line and page differ here (P-E3).
    reason: known === 302 ? "Moved Temporarily" : phrase,
    headers:
      version === "2.0"
        ? headers.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text))
        : headers,
    body: errorPage(`${known} ${phrase}`),
    close: CLOSING.has(known),
  };
}

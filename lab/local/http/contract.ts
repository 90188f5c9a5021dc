/**
 * Between the HTTP machinery (`lab/local/http`: sockets, parsing, streaming, timeouts) and the load balancing
 * (`lab/local/balancer`: which target, which headers, what is logged). The machinery knows no rule and no target
 * group; the load balancing knows no socket.
 */

import type { Failure } from "../../alb";
import type { HeaderBlock } from "./header-block";

export type { Failure };

/** Names and values in turn, as received, names in their own case. One character is one byte, and none is CR or LF. */
export type RawHeaders = readonly string[];

/** A client's connection, for as long as it lasts. */
export interface ClientConnection {
  /** Without the `::ffff:` of a mapped IPv4 address. */
  readonly clientAddress: string;
  readonly clientPort: number;
  readonly tls?: { readonly version: string; readonly cipher: string; readonly serverName?: string };
}

/** The head of a request that could be read and whose framing is clear. */
export interface RequestHead {
  readonly method: string;
  /** As sent: `/path?query`, `http://host/path` or `*`. HTTP/2 gives `:path`. */
  readonly target: string;
  readonly version: "1.0" | "1.1" | "2.0";
  readonly headers: RawHeaders;
  readonly body:
    | { readonly framing: "none" }
    | { readonly framing: "chunked" }
    | { readonly framing: "length"; readonly bytes: number };
  /** What http-desync-guardian would call it (P61). */
  readonly desync: {
    readonly class: "Compliant" | "Acceptable" | "Ambiguous" | "Severe";
    readonly reason: string;
  };
  /** Protocol the client asks to upgrade to, such as `websocket`. */
  readonly upgrade?: string;
}

/** An answer that the load balancer gives by itself. */
export interface OwnAnswer {
  readonly kind: "answer";
  readonly status: number;
  /** Reason phrase of the status line. */
  readonly reason: string;
  /** Without Content-Length, Date and Connection: the machinery adds those. Here any text will do. */
  readonly headers: RawHeaders;
  readonly body: string;
  /** Close the client's connection afterwards. */
  readonly close: boolean;
}

/** Where a target is reached on this machine. */
export interface Endpoint {
  /** Identity of the target, such as `i-1:3000`; connections are pooled by it. */
  readonly key: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Security groups do not let the load balancer through: connecting takes the whole connect timeout, then fails. */
  readonly blackhole?: boolean;
}

export interface Forwarding {
  readonly kind: "forward";
  readonly endpoint: Endpoint;
  /** Headers for the target, except Content-Length, Transfer-Encoding, Connection and Upgrade: those of every such head. */
  readonly commonHeaders: HeaderBlock;
  /** Those of this request alone, which follow. */
  readonly ownHeaders: RawHeaders;
  /** Path and query for the target's request line. */
  readonly target: string;
  /** Close both connections after the answer: a framing doubt that was let through. */
  readonly closeAfter: boolean;
  /** Another target after a connection that was refused before any byte was sent; undefined: give up. */
  another(): Endpoint | undefined;
  /** Headers for the client from those of the target, except framing and Connection. */
  responseHeaders(headers: RawHeaders): HeaderBlock;
}

/** How an exchange ended; times in milliseconds of a monotonic clock, -1 where that stage was never reached. */
export interface ExchangeEnd {
  /** Status sent to the client; 460 when it left before; 0 when none was sent. */
  readonly status: number;
  /** Status of the target; undefined when there was no answer. */
  readonly targetStatus?: number;
  readonly endpoint?: Endpoint;
  readonly failure?: Failure;
  readonly receivedBytes: number;
  readonly sentBytes: number;
  readonly requestProcessingMs: number;
  readonly targetProcessingMs: number;
  readonly responseProcessingMs: number;
}

/** One request from its head to its end. */
export interface Exchange {
  /** What to do with the request. */
  readonly decision: OwnAnswer | Forwarding;
  /** Called exactly once, after the last byte or the break-off. */
  end(end: ExchangeEnd): void;
}

/** The load balancing of one listener, as the machinery sees it. Nothing here may throw. */
export interface LoadBalancing {
  /** Takes one consistent view of rules and targets for this request. */
  begin(head: RequestHead, connection: ClientConnection): Exchange;
  /** The answer to a request that cannot be let through or was not answered; undefined: close without a word. `close`
   * of the answer is a wish: where the connection's framing is in doubt it is closed anyway. */
  failureAnswer(failure: Failure, version: RequestHead["version"]): OwnAnswer | undefined;
  /** A request whose head could not even be read; for the log. `head` is what came, at most 1 KB; `desync` as far as known. */
  refused(
    failure: Failure,
    status: number,
    head: string,
    connection: ClientConnection,
    desync?: RequestHead["desync"],
  ): void;
}

import type { RawHeaders } from "./contract";
import type { HeaderBlock } from "./header-block";
import type { RequestSink } from "./request-reader";

/** The head of an answer on its way to the client; the framing on the wire is the client side's business. */
export interface ClientAnswer {
  readonly status: number;
  readonly reason: string;
  /** Without framing, Date of own answers included. */
  readonly headers: HeaderBlock;
  /** Bytes of the body; undefined: as many as come. */
  readonly length: number | undefined;
  /** No body follows, whatever the length says (HEAD, 204, 304). */
  readonly bodiless: boolean;
  /** No further request on this connection. */
  readonly close: boolean;
  /** The protocol of a 101; the connection is a tunnel from then on. */
  readonly upgrade: string | undefined;
}

/** The client's side of one exchange: an HTTP/1 connection or an HTTP/2 stream. */
export interface ClientSide {
  /** To a client that waits for it before it sends the body: at once, before any target is asked (P25). */
  sendContinue(): void;
  /** Lets the request's body flow to where it belongs; what came already is handed over at once. */
  startBody(sink: RequestSink): void;
  pauseBody(): void;
  resumeBody(): void;
  answer(answer: ClientAnswer): void;
  /** A piece of the answer's body. */
  data(chunk: Buffer): void;
  /** The client has more than it takes; its exchange will hear `clientDrained`. */
  readonly full: boolean;
  /** The answer is complete; what was held is sent. */
  finish(trailers: RawHeaders): void;
  /** After the exchange has ended: the next request may begin. */
  next(): void;
  flush(): void;
  /** The answer cannot be completed, and the client must not take it for complete. */
  breakOff(): void;
  /** Bytes sent for this exchange, heads included. */
  readonly sentBytes: number;
  /** Bytes received for this exchange, heads included. */
  readonly receivedBytes: number;
}

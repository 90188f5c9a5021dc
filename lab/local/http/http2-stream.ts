import { constants, type OutgoingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { ClientAnswer, ClientSide } from "./client-side";
import type { RawHeaders } from "./contract";
import type { Exchange } from "./exchange";
import { http2AnswerHeaders } from "./http2-head";
import type { RequestSink } from "./request-reader";

/** An HTTP/2 stream as the client's side of one exchange. */
export class Http2Stream implements ClientSide {
  sentBytes = 0;
  private exchange: Exchange | undefined;
  private trailers: RawHeaders = [];

  constructor(
    private readonly stream: ServerHttp2Stream,
    public receivedBytes: number,
    private readonly ended: () => void,
  ) {
    stream.on("error", () => {});
    stream.on("close", () => this.exchange?.clientLeft());
    stream.on("drain", () => this.exchange?.clientDrained());
    stream.on("wantTrailers", () => this.sendTrailers());
    if (stream.endAfterHeaders) stream.resume();
  }

  get full(): boolean {
    return this.stream.writableNeedDrain;
  }

  start(exchange: Exchange): void {
    this.exchange = exchange;
    exchange.start();
  }

  /** Over HTTP/2 it is neither answered nor forwarded (P25). */
  sendContinue(): void {}

  startBody(sink: RequestSink): void {
    this.stream.on("data", (chunk: Buffer) => {
      this.receivedBytes += chunk.length;
      sink.bodyData(chunk);
      this.exchange?.flush();
    });
    this.stream.on("end", () => {
      // Node ends a stream that was reset, too: what came of its body is not all of it.
      if (this.stream.closed || this.stream.destroyed) return;
      sink.bodyEnd([]);
      this.exchange?.flush();
    });
  }

  pauseBody(): void {
    this.stream.pause();
  }

  resumeBody(): void {
    if (this.stream.isPaused()) this.stream.resume();
  }

  answer(answer: ClientAnswer): void {
    const { stream } = this;
    if (stream.destroyed || stream.closed) return;
    const headers = http2AnswerHeaders(answer);
    const withBody = !answer.bodiless && answer.length !== 0;
    // Such a stream is complete only after its trailers: when it is broken off before, nobody takes it for complete.
    const waitForTrailers = withBody && answer.length === undefined;
    const options = { endStream: !withBody, waitForTrailers, sendDate: false };
    for (const [name, value] of Object.entries(headers)) this.sentBytes += name.length + String(value).length;
    try {
      stream.respond(headers, options);
    } catch {
      // A header that HTTP/2 knows once only came twice: the first one counts.
      stream.respond(firstValues(headers), options);
    }
  }

  data(chunk: Buffer): void {
    this.sentBytes += chunk.length;
    if (this.stream.writable) this.stream.write(chunk);
  }

  finish(trailers: RawHeaders): void {
    this.trailers = trailers;
    this.stream.end();
  }

  next(): void {
    this.exchange = undefined;
    // What the client still sends has no reader.
    if (!this.stream.endAfterHeaders && !this.stream.readableEnded)
      this.stream.close(constants.NGHTTP2_NO_ERROR);
    this.ended();
  }

  flush(): void {}

  breakOff(): void {
    this.exchange = undefined;
    this.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    this.ended();
  }

  private sendTrailers(): void {
    // Without any, this ends the stream: closing it would look like an answer that was broken off.
    const headers: OutgoingHttpHeaders = Object.create(null);
    for (let at = 0; at < this.trailers.length; at += 2) {
      headers[this.trailers[at]?.toLowerCase() ?? ""] = this.trailers[at + 1];
    }
    this.stream.sendTrailers(headers);
  }
}

function firstValues(headers: Record<string, string | string[] | number>): OutgoingHttpHeaders {
  const first: OutgoingHttpHeaders = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    first[name] = Array.isArray(value) && name !== "set-cookie" ? value[0] : value;
  }
  return first;
}

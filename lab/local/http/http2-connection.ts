import { performServerHandshake, type ServerHttp2Session, type ServerHttp2Stream } from "node:http2";
import type { TLSSocket } from "node:tls";
import { ownAnswer } from "./client-answer";
import type { ClientConnection } from "./contract";
import type { Watched } from "./deadlines";
import { Exchange } from "./exchange";
import type { Front } from "./front";
import { readHttp2Head } from "./http2-head";
import { Http2Stream } from "./http2-stream";

/** AWS's limit of a connection (P20). */
const MAX_CONCURRENT_STREAMS = 128;

/** A client's HTTP/2 connection; every stream is an exchange of its own. */
export class Http2Connection implements Watched {
  deadlineMs: number;
  place = -1;
  private readonly session: ServerHttp2Session;
  private readonly lastRequestAfterMs: number;
  private requests = 0;
  private active = 0;

  constructor(
    socket: TLSSocket,
    private readonly connection: ClientConnection,
    private readonly front: Front,
  ) {
    const nowMs = performance.now();
    this.deadlineMs = nowMs + front.timeouts.idleMs;
    this.lastRequestAfterMs = nowMs + front.timeouts.clientKeepAliveMs;
    this.session = performServerHandshake(socket, {
      settings: { maxConcurrentStreams: MAX_CONCURRENT_STREAMS },
    });
    front.deadlines.add(this);
    this.session.on("error", () => {});
    this.session.on("close", () => front.deadlines.delete(this));
    this.session.on("stream", (stream: ServerHttp2Stream, _headers: unknown, _flags: number, raw: unknown) =>
      this.begin(stream, raw as string[]),
    );
  }

  /** GOAWAY; requests in progress are finished. */
  stop(): void {
    this.session.close();
  }

  expire(): void {
    this.session.destroy();
  }

  private begin(stream: ServerHttp2Stream, raw: readonly string[]): void {
    const nowMs = performance.now();
    this.requests += 1;
    const head = readHttp2Head(raw, !stream.endAfterHeaders);
    const bytes = raw.reduce((total, text) => total + text.length, 0);
    this.active += 1;
    this.deadlineMs = Number.POSITIVE_INFINITY;
    const side = new Http2Stream(stream, bytes, () => this.ended());
    if (typeof head === "string") this.refuse(side, head, raw);
    else side.start(new Exchange(this.front, side, head, this.connection, nowMs));
    if (this.requests >= this.front.http2Requests || nowMs >= this.lastRequestAfterMs) this.session.close();
  }

  private refuse(
    side: Http2Stream,
    failure: Parameters<Front["balancing"]["failureAnswer"]>[0],
    raw: readonly string[],
  ) {
    const answer = this.front.balancing.failureAnswer(failure, "2.0");
    const head = raw.join(" ").slice(0, 1024);
    this.front.balancing.refused(failure, answer?.status ?? 0, head, this.connection);
    if (answer === undefined) {
      side.breakOff();
      return;
    }
    const own = ownAnswer(answer, "GET", false);
    side.answer(own.head);
    if (own.body !== undefined) side.data(own.body);
    side.finish([]);
    side.next();
  }

  private ended(): void {
    this.active -= 1;
    if (this.active === 0) this.deadlineMs = performance.now() + this.front.timeouts.idleMs;
  }
}

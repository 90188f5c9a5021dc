import type { Socket } from "node:net";
import type { ClientAnswer, ClientSide } from "./client-side";
import type { ClientConnection, Failure, RawHeaders, RequestHead } from "./contract";
import type { Watched } from "./deadlines";
import { Exchange } from "./exchange";
import type { Front } from "./front";
import { Http1Answer } from "./http1-answer";
import type { ReadRequest } from "./read-request";
import { RequestReader, type RequestSink } from "./request-reader";

/** What a client may send ahead while its request is in progress. */
const MAX_HELD = 65_536;
/** How long a closed connection is read on, so that the last answer is not lost to a reset. */
const LINGER_MS = 2_000;

/** A client's HTTP/1 connection: one request after the other. */
export class Http1Connection implements ClientSide, Watched {
  deadlineMs: number;
  place = -1;
  private phase: "head" | "exchange" | "closing" = "head";
  private readonly input = new RequestReader();
  private readonly out: Http1Answer;
  private readonly lastRequestAfterMs: number;
  private exchange: Exchange | undefined;
  private request: ReadRequest | undefined;
  private receivedMs = 0;
  private close = false;
  private advancing = false;
  private bodyPaused = false;

  constructor(
    private readonly socket: Socket,
    private readonly connection: ClientConnection,
    private readonly front: Front,
  ) {
    const nowMs = performance.now();
    this.deadlineMs = nowMs + front.timeouts.idleMs;
    this.lastRequestAfterMs = nowMs + front.timeouts.clientKeepAliveMs;
    this.out = new Http1Answer(socket);
    front.deadlines.add(this);
    socket.on("data", (chunk: Buffer) => this.received(chunk));
    socket.on("drain", () => this.drained());
    // A client that only closes its sending side is taken to have left, as one that is gone cannot be told from it.
    for (const event of ["end", "error"]) socket.on(event, () => this.exchange?.clientLeft());
    socket.on("close", () => {
      this.exchange?.clientLeft();
      this.phase = "closing";
      front.deadlines.delete(this);
    });
  }

  get sentBytes(): number {
    return this.out.writer.bytes;
  }

  get receivedBytes(): number {
    return this.input.receivedBytes;
  }

  get full(): boolean {
    return this.out.writer.full;
  }

  /** No further request: closed now when none is in progress. */
  stop(): void {
    this.close = true;
    if (this.exchange === undefined) this.socket.destroySoon();
  }

  expire(): void {
    const waiting = this.phase === "head" && (this.input.held > 0 || this.request === undefined);
    if (waiting && !this.full) this.refuse("request-timeout", this.input.beginning);
    else this.socket.destroy();
  }

  /** Answers what cannot be read, and closes. */
  refuse(failure: Failure, beginning: string, desync?: RequestHead["desync"]): void {
    const answer = this.front.balancing.failureAnswer(failure, "1.1");
    this.front.balancing.refused(failure, answer?.status ?? 0, beginning, this.connection, desync);
    if (answer !== undefined) this.out.refuse(answer);
    this.shut();
  }

  sendContinue(): void {
    if (this.request?.expectsContinue) this.out.sendContinue();
  }

  startBody(sink: RequestSink): void {
    this.input.startBody(sink);
    this.readOn();
  }

  pauseBody(): void {
    this.bodyPaused = true;
    this.socket.pause();
  }

  resumeBody(): void {
    this.bodyPaused = false;
    this.readOn();
  }

  answer(answer: ClientAnswer): void {
    const close = this.close || answer.close || this.front.stopping || answer.upgrade !== undefined;
    this.close = this.out.begin(answer, this.request?.head.version ?? "1.1", close);
    if (answer.upgrade !== undefined) this.input.becomeTunnel();
  }

  data(chunk: Buffer): void {
    this.out.data(chunk);
  }

  finish(trailers: RawHeaders): void {
    this.out.finish(trailers);
  }

  next(): void {
    this.exchange = undefined;
    if (this.close) {
      this.shut();
      return;
    }
    this.phase = "head";
    this.bodyPaused = false;
    this.deadlineMs = performance.now() + this.front.timeouts.idleMs;
    if (this.input.held > 0) this.firstByte();
    this.advance();
  }

  flush(): void {
    this.out.writer.flush();
  }

  breakOff(): void {
    this.exchange = undefined;
    this.phase = "closing";
    this.out.breakOff();
  }

  private received(chunk: Buffer): void {
    if (this.phase === "closing") return;
    if (this.phase === "head" && this.input.held === 0) this.firstByte();
    this.input.add(chunk);
    if (this.phase === "head") this.advance();
    else this.exchange?.flush();
    if (this.input.held > MAX_HELD && (this.exchange !== undefined || this.full)) this.socket.pause();
  }

  private readOn(): void {
    // Between two requests what is held is the beginning of a head, which has limits of its own.
    const mayRead = this.exchange === undefined || this.input.held <= MAX_HELD;
    if (mayRead && !this.bodyPaused && this.socket.isPaused()) this.socket.resume();
  }

  private firstByte(): void {
    this.receivedMs = performance.now();
    // From a client that does not take its answers nothing is read: it is idle.
    this.deadlineMs = this.receivedMs + this.front.timeouts[this.full ? "idleMs" : "headMs"];
  }

  private drained(): void {
    if (this.phase === "head" && this.input.held > 0) this.firstByte();
    if (this.exchange === undefined) this.advance();
    else this.exchange.clientDrained();
  }

  /** Begins requests as long as they are here, are answered at once, and the client reads what it asked for. */
  private advance(): void {
    if (this.advancing) return;
    this.advancing = true;
    while (this.phase === "head" && this.input.held > 0 && !this.full) {
      const request = this.input.takeRequest();
      if (request === undefined) break;
      if ("failure" in request) this.refuse(request.failure, request.beginning, request.desync);
      else this.begin(request);
    }
    this.advancing = false;
    if (!this.full) this.readOn();
  }

  private begin(request: ReadRequest): void {
    this.phase = "exchange";
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.request = request;
    this.out.writer.bytes = 0;
    this.close ||= !request.keepAlive || this.receivedMs >= this.lastRequestAfterMs;
    this.exchange = new Exchange(this.front, this, request.head, this.connection, this.receivedMs);
    this.exchange.start();
  }

  private shut(): void {
    this.phase = "closing";
    this.input.clear();
    const { idleMs } = this.front.timeouts;
    this.deadlineMs = performance.now() + idleMs;
    if (this.front.stopping) this.socket.destroySoon();
    else this.socket.end(() => (this.deadlineMs = performance.now() + Math.min(LINGER_MS, idleMs)));
    this.resumeBody();
  }
}

import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { type BodyReader, type BodySink, bodyReader } from "./body-reader";
import type { ClientAnswer, ClientSide } from "./client-side";
import type { ClientConnection, Failure, RawHeaders } from "./contract";
import type { Watched } from "./deadlines";
import { Exchange } from "./exchange";
import type { Front } from "./front";
import { HeadBuffer } from "./head-buffer";
import { type ReadRequest, readRequest } from "./read-request";
import { ownHeaders, renderFields } from "./render-head";
import { SocketWriter } from "./socket-writer";
import { unfinishedHead } from "./unfinished-head";

/** What a client may send ahead while its request is in progress. */
const MAX_HELD = 65_536;
/** How long a closed connection is read on, so that the last answer is not lost to a reset. */
const LINGER_MS = 2_000;

/** A client's HTTP/1 connection: one request after the other. */
export class Http1Connection implements ClientSide, BodySink, Watched {
  deadlineMs: number;
  receivedBytes = 0;
  private phase: "head" | "exchange" | "closing" = "head";
  private readonly writer: SocketWriter;
  private readonly input = new HeadBuffer();
  private readonly lastRequestAfterMs: number;
  private exchange: Exchange | undefined;
  private request: ReadRequest | undefined;
  private body: BodyReader | undefined;
  private bodyFlows = false;
  private receivedMs = 0;
  private close = false;
  private chunked = false;
  private untilClose = false;
  private advancing = false;

  constructor(
    private readonly socket: Socket,
    private readonly connection: ClientConnection,
    private readonly front: Front,
  ) {
    const nowMs = performance.now();
    this.deadlineMs = nowMs + front.timeouts.idleMs;
    this.lastRequestAfterMs = nowMs + front.timeouts.clientKeepAliveMs;
    this.writer = new SocketWriter(socket);
    front.deadlines.add(this);
    socket.on("data", (chunk: Buffer) => this.received(chunk));
    socket.on("drain", () => (this.exchange === undefined ? this.advance() : this.exchange.clientDrained()));
    socket.on("end", () => this.left());
    socket.on("error", () => this.left());
    socket.on("close", () => this.gone());
  }

  get sentBytes(): number {
    return this.writer.bytes;
  }

  get full(): boolean {
    return this.writer.full;
  }

  /** No further request: closed now when none is in progress. */
  stop(): void {
    this.close = true;
    if (this.exchange === undefined) this.socket.destroy();
  }

  expire(): void {
    const waiting = this.phase === "head" && (this.input.length > 0 || this.request === undefined);
    if (waiting) this.refuse("request-timeout", this.input.start(1024));
    else this.socket.destroy();
  }

  bodyData(chunk: Buffer): void {
    this.exchange?.requestData(chunk);
  }

  bodyEnd(): void {
    this.exchange?.requestEnd();
  }

  // What the exchange asks for.

  sendContinue(): void {
    if (!this.request?.expectsContinue) return;
    this.writer.text("HTTP/1.1 100 Continue\r\n\r\n");
    this.writer.flush();
  }

  startBody(): void {
    this.bodyFlows = true;
    if (this.input.length > 0) this.readBody(this.input.takeAll());
    this.resumeBody();
  }

  pauseBody(): void {
    this.socket.pause();
  }

  resumeBody(): void {
    if (this.socket.isPaused()) this.socket.resume();
  }

  answer(answer: ClientAnswer): void {
    this.close ||= answer.close || answer.upgrade !== undefined || this.front.stopping;
    const unknownLength = answer.length === undefined && !answer.bodiless;
    this.chunked = unknownLength && this.request?.head.version === "1.1";
    this.untilClose = unknownLength && !this.chunked;
    this.close ||= this.untilClose;
    if (answer.upgrade !== undefined) this.body = bodyReader({ framing: "close" });
    this.writer.text(renderAnswer(answer, this.chunked, this.close));
  }

  data(chunk: Buffer): void {
    if (this.chunked) this.writer.chunk(chunk);
    else this.writer.data(chunk);
  }

  finish(trailers: RawHeaders): void {
    if (this.chunked) this.writer.text(`0\r\n${renderFields(trailers)}\r\n`);
    this.writer.flush();
  }

  next(): void {
    this.exchange = undefined;
    if (this.close) {
      this.shut();
      return;
    }
    this.phase = "head";
    this.deadlineMs = performance.now() + this.front.timeouts.idleMs;
    this.resumeBody();
    this.advance();
  }

  flush(): void {
    this.writer.flush();
  }

  breakOff(): void {
    this.exchange = undefined;
    this.phase = "closing";
    // The end of such an answer is the end of the connection: only a reset tells it from a complete one.
    if (this.untilClose && !(this.socket instanceof TLSSocket)) this.socket.resetAndDestroy();
    else this.socket.destroy();
  }

  // What comes from the socket.

  private received(chunk: Buffer): void {
    if (this.phase === "closing") return;
    if (this.bodyFlows) {
      this.readBody(chunk);
      this.exchange?.flush();
      return;
    }
    if (this.phase === "head" && this.input.length === 0) this.firstByte();
    this.input.add(chunk);
    if (this.phase === "head") this.advance();
    else if (this.input.length > MAX_HELD) this.socket.pause();
  }

  private firstByte(): void {
    this.receivedMs = performance.now();
    this.deadlineMs = this.receivedMs + this.front.timeouts.headMs;
  }

  private readBody(bytes: Buffer): void {
    const reader = this.body;
    const taken = reader?.read(bytes, this) ?? 0;
    this.receivedBytes += Math.max(0, taken);
    if (taken < 0) {
      this.bodyFlows = false;
      this.exchange?.clientFailed("malformed-request");
      return;
    }
    if (reader === undefined || reader.done) this.bodyFlows = false;
    if (taken < bytes.length) this.input.add(bytes.subarray(taken));
  }

  /** Begins requests as long as they are here, are answered at once, and the client reads what it asked for. */
  private advance(): void {
    if (this.advancing) return;
    this.advancing = true;
    while (this.phase === "head" && this.input.length > 0 && !this.writer.full) {
      if (!this.readHead()) break;
    }
    this.advancing = false;
  }

  private readHead(): boolean {
    this.input.skipEmptyLines();
    const text = this.input.takeHead();
    if (text === undefined) {
      const failure = unfinishedHead(this.input);
      if (failure !== undefined) this.refuse(failure, this.input.start(1024));
      return false;
    }
    const request = readRequest(text);
    if (typeof request === "string") {
      this.refuse(request, text.slice(0, 1024));
      return false;
    }
    this.begin(request, text.length);
    return true;
  }

  private begin(request: ReadRequest, headBytes: number): void {
    this.phase = "exchange";
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.request = request;
    this.body = bodyReader(request.head.body);
    this.bodyFlows = false;
    this.receivedBytes = headBytes;
    this.writer.bytes = 0;
    this.close ||= !request.keepAlive || performance.now() >= this.lastRequestAfterMs;
    this.exchange = new Exchange(this.front, this, request.head, this.connection, this.receivedMs);
    this.exchange.start();
  }

  private refuse(failure: Failure, head: string): void {
    const answer = this.front.balancing.failureAnswer(failure, "1.1");
    this.front.balancing.refused(failure, answer?.status ?? 0, head, this.connection);
    if (answer !== undefined) {
      const length = Buffer.byteLength(answer.body);
      const own = { ...answer, headers: ownHeaders(answer), length, bodiless: false };
      this.writer.text(renderAnswer(own, false, true));
      this.writer.data(Buffer.from(answer.body));
      this.writer.flush();
    }
    this.shut();
  }

  private shut(): void {
    this.phase = "closing";
    this.input.clear();
    this.deadlineMs = performance.now() + Math.min(LINGER_MS, this.front.timeouts.idleMs);
    this.socket.end();
    this.resumeBody();
  }

  private left(): void {
    const { exchange } = this;
    if (exchange === undefined) return;
    exchange.clientFailed("client-aborted");
  }

  private gone(): void {
    this.left();
    this.phase = "closing";
    this.front.deadlines.delete(this);
  }
}

function renderAnswer(answer: ClientAnswer, chunked: boolean, close: boolean): string {
  const head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\n${renderFields(answer.headers)}`;
  if (answer.upgrade !== undefined) return `${head}Upgrade: ${answer.upgrade}\r\nConnection: Upgrade\r\n\r\n`;
  const length = answer.length === undefined ? "" : `Content-Length: ${answer.length}\r\n`;
  const framing = chunked ? "Transfer-Encoding: chunked\r\n" : length;
  return `${head}${framing}Connection: ${close ? "close" : "keep-alive"}\r\n\r\n`;
}

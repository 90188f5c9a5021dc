import { connect, Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { AskedFor } from "../../alb/http/examine-answer";
import { type BodyReader, type BodySink, bodyReader } from "./body-reader";
import type { Endpoint, Failure, RawHeaders } from "./contract";
import type { Watched } from "./deadlines";
import { HeadBuffer } from "./head-buffer";
import type { Timeouts } from "./options";
import { type AnswerHead, readAnswer } from "./read-answer";
import { SocketWriter } from "./socket-writer";

/** The request that has a target's connection for itself. */
export interface TargetUser {
  /** Connected: the request may be written. */
  targetReady(): void;
  answerHead(answer: AnswerHead): void;
  answerData(chunk: Buffer): void;
  answerEnd(trailers: RawHeaders): void;
  targetDrained(): void;
  /** The connection is gone and the answer not complete. */
  targetFailed(failure: Failure): void;
  /** An event that may have written is over. */
  flush(): void;
}

export interface TargetOwner {
  readonly timeouts: Timeouts;
  /** Takes a connection that may serve another request. */
  keep(connection: TargetConnection): void;
  drop(connection: TargetConnection): void;
}

/** Longest head of an answer that is gathered; readAnswer has the exact limit. */
const MAX_GATHERED = 49_152;

/** One connection to a target: one request at a time, no pipelining (P21). */
export class TargetConnection implements BodySink, Watched {
  deadlineMs: number;
  ready = false;
  readonly writer: SocketWriter;
  private readonly socket: Socket;
  private readonly heads = new HeadBuffer();
  private user: TargetUser | undefined;
  private asked: AskedFor = { method: "", upgrade: false };
  private answering = false;
  private reader: BodyReader | undefined;
  private trailers: RawHeaders | undefined;
  private reusable = false;
  private tcpConnected = false;
  private retired = false;

  constructor(
    readonly endpoint: Endpoint,
    private readonly owner: TargetOwner,
  ) {
    this.deadlineMs = performance.now() + owner.timeouts.connectMs;
    this.socket = this.open();
    this.writer = new SocketWriter(this.socket);
    this.socket.on("data", (chunk: Buffer) => this.received(chunk));
    this.socket.on("drain", () => this.user?.targetDrained());
    this.socket.on("end", () => this.finished());
    this.socket.on("error", (error: NodeJS.ErrnoException) => this.broken(error));
    this.socket.on("close", () => this.broken());
  }

  /** Gives the connection to a request; what was asked decides how the answer is read. */
  use(user: TargetUser, asked: AskedFor): void {
    this.user = user;
    this.asked = asked;
    this.answering = false;
    this.trailers = undefined;
    if (this.ready) this.deadlineMs = Number.POSITIVE_INFINITY;
  }

  /** False: it died while idle, whether or not its events have come. */
  get usable(): boolean {
    return !this.socket.destroyed && this.socket.readable && this.socket.writable;
  }

  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    if (this.socket.isPaused()) this.socket.resume();
  }

  /** After the answer. It is closed instead when either side or `mayReuse` says so. */
  release(mayReuse: boolean): void {
    this.user = undefined;
    if (!mayReuse || !this.reusable || this.retired || !this.usable) {
      this.destroy();
      return;
    }
    this.resume();
    this.deadlineMs = performance.now() + this.owner.timeouts.idleMs;
    this.owner.keep(this);
  }

  /** No further request: closed now when idle, else after its answer. */
  retire(): void {
    this.retired = true;
    if (this.user === undefined) this.destroy();
  }

  /** Without a word to whoever uses it. */
  destroy(): void {
    this.user = undefined;
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.socket.destroy();
    this.owner.drop(this);
  }

  /** Nothing more will be written: the end of a tunnel. */
  endWriting(): void {
    this.writer.flush();
    this.socket.end();
  }

  fail(failure: Failure): void {
    const user = this.user;
    this.destroy();
    user?.targetFailed(failure);
  }

  expire(): void {
    if (this.ready) this.destroy();
    else this.fail("connect-timeout");
  }

  bodyData(chunk: Buffer): void {
    this.user?.answerData(chunk);
  }

  bodyEnd(trailers: RawHeaders): void {
    this.trailers = trailers;
  }

  private open(): Socket {
    const { host, port, tls, blackhole } = this.endpoint;
    if (blackhole) return new Socket();
    if (!tls) return connect({ host, port, noDelay: true }, () => this.connected());
    // The ALB does not validate certificates of targets (P32).
    const socket = connectTls({ host, port, rejectUnauthorized: false }, () => this.connected());
    socket.setNoDelay(true);
    socket.on("connect", () => {
      this.tcpConnected = true;
      this.deadlineMs = performance.now() + this.owner.timeouts.targetTlsMs;
    });
    return socket;
  }

  private connected(): void {
    this.ready = true;
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.user?.targetReady();
  }

  private received(chunk: Buffer): void {
    const user = this.user;
    // Nobody asked: whatever this is, it is not the answer to the next request.
    if (user === undefined) {
      this.destroy();
      return;
    }
    if (this.answering) this.readBody(chunk);
    else this.readHead(chunk);
    user.flush();
  }

  private readHead(chunk: Buffer): void {
    this.heads.add(chunk);
    for (let text = this.heads.takeHead(); text !== undefined; text = this.heads.takeHead()) {
      const answer = readAnswer(text, this.asked);
      if (typeof answer === "string") {
        this.fail(answer);
        return;
      }
      if (answer.status < 200 && answer.status !== 101) continue;
      this.begin(answer);
      return;
    }
    if (this.heads.length > MAX_GATHERED) {
      this.fail("target-headers-too-long");
      return;
    }
    const line = this.heads.firstLine();
    if (this.heads.hasBareLf() || (line.text.length >= 5 && !line.text.startsWith("HTTP/"))) {
      this.fail("target-malformed");
    }
  }

  private begin(answer: AnswerHead): void {
    this.answering = true;
    this.reusable = answer.reuse;
    this.reader = bodyReader(answer.body);
    this.user?.answerHead(answer);
    if (this.user === undefined) return;
    const rest = this.heads.takeAll();
    if (this.reader !== undefined) {
      if (rest.length > 0) this.readBody(rest);
      return;
    }
    if (rest.length > 0) this.reusable = false;
    this.complete(NO_TRAILERS);
  }

  private readBody(bytes: Buffer): void {
    const taken = this.reader?.read(bytes, this) ?? 0;
    if (taken < 0) {
      this.fail("target-malformed");
      return;
    }
    if (this.trailers === undefined) return;
    if (taken < bytes.length) this.reusable = false;
    this.complete(this.trailers);
  }

  private complete(trailers: RawHeaders): void {
    this.user?.answerEnd(trailers);
  }

  private finished(): void {
    if (this.user === undefined) {
      this.destroy();
      return;
    }
    this.reusable = false;
    if (this.answering && this.reader?.closed(this)) this.complete(this.trailers ?? NO_TRAILERS);
    else this.fail(this.answering ? "target-body-short" : "target-closed");
  }

  private broken(error?: NodeJS.ErrnoException): void {
    if (this.ready) {
      this.fail("target-closed");
      return;
    }
    if (this.tcpConnected) {
      this.fail("target-tls");
      return;
    }
    this.fail(error?.code === "ETIMEDOUT" ? "connect-timeout" : "connect-refused");
  }
}

const NO_TRAILERS: RawHeaders = [];

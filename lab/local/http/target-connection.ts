import { connect, Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { AskedFor } from "../../alb";
import { AnswerReader, type AnswerSink } from "./answer-reader";
import type { Endpoint, Failure, RawHeaders } from "./contract";
import type { Watched } from "./deadlines";
import { HeadBuffer } from "./head-buffer";
import type { Timeouts } from "./options";
import { SocketWriter } from "./socket-writer";

/** The request that has a target's connection for itself. */
export interface TargetUser extends AnswerSink {
  /** Connected: the request may be written. */
  targetReady(): void;
  answerEnd(trailers: RawHeaders): void;
  targetDrained(): void;
  /** The connection is gone and the answer not complete. */
  targetFailed(failure: Failure): void;
  /** An event that may have written is over. */
  flush(): void;
}

export interface TargetOwner {
  readonly timeouts: Timeouts;
  /** Where connections without TLS read into: one for all is cheaper than one for each event. */
  readonly readBuffer: Buffer;
  /** Takes a connection that may serve another request. */
  keep(connection: TargetConnection): void;
  drop(connection: TargetConnection): void;
}

/** One connection to a target: one request at a time, no pipelining (P21). */
export class TargetConnection implements Watched {
  deadlineMs: number;
  place = -1;
  ready = false;
  readonly writer: SocketWriter;
  private readonly socket: Socket;
  private readonly heads = new HeadBuffer();
  private user: TargetUser | undefined;
  private answer: AnswerReader | undefined;
  private tcpConnected = false;

  constructor(
    readonly endpoint: Endpoint,
    private readonly owner: TargetOwner,
  ) {
    this.deadlineMs = performance.now() + owner.timeouts.connectMs;
    this.socket = this.open();
    this.writer = new SocketWriter(this.socket);
    this.socket.on("drain", () => this.user?.targetDrained());
    this.socket.on("end", () => this.finished());
    this.socket.on("error", (error: NodeJS.ErrnoException) => this.broken(error));
    this.socket.on("close", () => this.broken());
  }

  /** False: it died while idle, whether or not all its events have come. */
  get usable(): boolean {
    return !this.socket.destroyed && this.socket.readable && this.socket.writable;
  }

  /** Gives the connection to a request; what was asked decides how the answer is read. */
  use(user: TargetUser, asked: AskedFor): void {
    this.user = user;
    this.answer = new AnswerReader(asked, user, this.heads);
    if (this.ready) this.deadlineMs = Number.POSITIVE_INFINITY;
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
    if (mayReuse && this.answer?.reusable && this.usable) {
      this.resume();
      this.deadlineMs = performance.now() + this.owner.timeouts.idleMs;
      this.owner.keep(this);
    } else {
      this.destroy();
    }
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

  private open(): Socket {
    const { host, port, tls, blackhole } = this.endpoint;
    if (blackhole) return new Socket();
    if (!tls) {
      const onread = {
        buffer: this.owner.readBuffer,
        callback: (bytes: number) => this.receivedPlain(bytes),
      };
      return connect({ host, port, noDelay: true, onread }, () => this.connected());
    }
    // The ALB does not validate certificates of targets (P32).
    const socket = connectTls({ host, port, rejectUnauthorized: false }, () => this.connected());
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.received(chunk));
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

  /** What came is in the buffer of all connections, until the next one reads. */
  private receivedPlain(bytes: number): boolean {
    const chunk = Buffer.allocUnsafe(bytes);
    this.owner.readBuffer.copy(chunk, 0, 0, bytes);
    this.received(chunk);
    return true;
  }

  private received(chunk: Buffer): void {
    const { user } = this;
    // Nobody asked: whatever this is, it is not the answer to the next request.
    if (user === undefined) this.destroy();
    else this.settle(this.answer?.read(chunk));
    user?.flush();
  }

  private settle(outcome: "complete" | Failure | undefined): void {
    if (outcome === "complete") this.user?.answerEnd(this.answer?.trailers ?? []);
    else if (outcome !== undefined) this.fail(outcome);
  }

  private finished(): void {
    if (this.user === undefined) this.destroy();
    else this.settle(this.answer?.closed());
  }

  private broken(error?: NodeJS.ErrnoException): void {
    if (this.ready) this.fail("target-closed");
    else if (this.tcpConnected) this.fail("target-tls");
    else this.fail(error?.code === "ETIMEDOUT" ? "connect-timeout" : "connect-refused");
  }
}

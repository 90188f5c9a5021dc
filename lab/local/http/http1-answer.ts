import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { ownAnswer } from "./client-answer";
import type { ClientAnswer } from "./client-side";
import type { OwnAnswer, RawHeaders } from "./contract";
import { renderFields } from "./header-block";
import { SocketWriter } from "./socket-writer";

/** Writes answers to an HTTP/1 client. */
export class Http1Answer {
  readonly writer: SocketWriter;
  private chunked = false;
  /** The end of the answer is the end of the connection. */
  private untilClose = false;

  constructor(private readonly socket: Socket) {
    this.writer = new SocketWriter(socket);
  }

  sendContinue(): void {
    this.writer.text("HTTP/1.1 100 Continue\r\n\r\n");
    this.writer.flush();
  }

  /** A whole answer to what could not be read, after which the connection is closed. */
  refuse(answer: OwnAnswer): void {
    const { head, body } = ownAnswer(answer, "GET", true);
    this.begin(head, "1.1", true);
    if (body !== undefined) this.data(body);
    this.writer.flush();
  }

  /** A client of HTTP/1.0 knows no chunks. Returns whether the connection must be closed afterwards. */
  begin(answer: ClientAnswer, version: string, close: boolean): boolean {
    const unknownLength = answer.length === undefined && !answer.bodiless;
    this.chunked = unknownLength && version === "1.1";
    this.untilClose = unknownLength && !this.chunked;
    const closes = close || this.untilClose;
    this.writer.text(renderAnswer(answer, this.chunked, closes));
    return closes;
  }

  data(chunk: Buffer): void {
    if (this.chunked) this.writer.chunk(chunk);
    else this.writer.data(chunk);
  }

  finish(trailers: RawHeaders): void {
    if (this.chunked) this.writer.text(`0\r\n${renderFields(trailers)}\r\n`);
    this.writer.flush();
  }

  /** What was given is sent, and never an end. */
  breakOff(): void {
    this.writer.flush();
    // Where the end of an answer is the end of the connection, only a reset tells it from a complete one.
    if (this.untilClose && !(this.socket instanceof TLSSocket)) this.socket.resetAndDestroy();
    else this.socket.destroy();
  }
}

function renderAnswer(answer: ClientAnswer, chunked: boolean, close: boolean): string {
  const head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\n${answer.headers.text}`;
  if (answer.upgrade !== undefined) return `${head}Upgrade: ${answer.upgrade}\r\nConnection: Upgrade\r\n\r\n`;
  const length = answer.length === undefined ? "" : `Content-Length: ${answer.length}\r\n`;
  const framing = chunked ? "Transfer-Encoding: chunked\r\n" : length;
  return `${head}${framing}Connection: ${close ? "close" : "keep-alive"}\r\n\r\n`;
}

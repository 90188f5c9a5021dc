import type { Socket } from "node:net";
import type { ClientAnswer } from "./client-side";
import type { RawHeaders } from "./contract";
import { renderFields } from "./render-head";
import { SocketWriter } from "./socket-writer";

/** Writes answers to an HTTP/1 client. */
export class Http1Answer {
  /** The end of the answer is the end of the connection. */
  untilClose = false;
  readonly writer: SocketWriter;
  private chunked = false;

  constructor(socket: Socket) {
    this.writer = new SocketWriter(socket);
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
}

function renderAnswer(answer: ClientAnswer, chunked: boolean, close: boolean): string {
  const head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\n${renderFields(answer.headers)}`;
  if (answer.upgrade !== undefined) return `${head}Upgrade: ${answer.upgrade}\r\nConnection: Upgrade\r\n\r\n`;
  const length = answer.length === undefined ? "" : `Content-Length: ${answer.length}\r\n`;
  const framing = chunked ? "Transfer-Encoding: chunked\r\n" : length;
  return `${head}${framing}Connection: ${close ? "close" : "keep-alive"}\r\n\r\n`;
}

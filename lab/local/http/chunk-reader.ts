import type { BodyReader, BodySink } from "./body-reader";
import type { RawHeaders } from "./contract";

const CR = 13;
const LF = 10;
const SEMICOLON = 59;
const MAX_SIZE_DIGITS = 13;
const MAX_EXTENSION_BYTES = 16_384;
const MAX_TRAILER_BYTES = 16_384;
const TRAILER = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*)$/;

type State = (byte: number, sink: BodySink) => boolean;

/** The chunked coding, read strictly: one way to write a size, CR LF and nothing else, bounded extensions and trailers. */
export class ChunkReader implements BodyReader {
  done = false;
  private left = 0;
  private digits = 0;
  private extensionBytes = 0;
  private trailers = "";
  /** Reads a byte of framing and says whether it may stand there; undefined inside a chunk's data. */
  private state: State | undefined = this.size;

  read(bytes: Buffer, sink: BodySink): number {
    let at = 0;
    while (at < bytes.length && !this.done) {
      if (this.state === undefined) at = this.data(bytes, at, sink);
      else if (this.state(bytes[at++] as number, sink) === false) return -1;
    }
    return at;
  }

  closed(): boolean {
    return false;
  }

  private data(bytes: Buffer, from: number, sink: BodySink): number {
    const until = Math.min(bytes.length, from + this.left);
    this.left -= until - from;
    if (this.left === 0) this.state = this.dataCr;
    sink.bodyData(from === 0 && until === bytes.length ? bytes : bytes.subarray(from, until));
    return until;
  }

  private size(byte: number): boolean {
    const digit = hexDigit(byte);
    if (digit >= 0) {
      this.left = this.left * 16 + digit;
      this.digits += 1;
      return this.digits <= MAX_SIZE_DIGITS;
    }
    if (this.digits === 0) return false;
    this.digits = 0;
    this.state = byte === SEMICOLON ? this.extension : this.sizeLf;
    return byte === SEMICOLON || byte === CR;
  }

  private extension(byte: number): boolean {
    this.extensionBytes += 1;
    if (byte === CR) {
      this.state = this.sizeLf;
      return true;
    }
    return this.extensionBytes <= MAX_EXTENSION_BYTES && (byte === 9 || (byte >= 32 && byte !== 127));
  }

  private sizeLf(byte: number): boolean {
    this.state = this.left === 0 ? this.trailer : undefined;
    return byte === LF;
  }

  private dataCr(byte: number): boolean {
    this.state = this.dataLf;
    return byte === CR;
  }

  private dataLf(byte: number): boolean {
    this.state = this.size;
    return byte === LF;
  }

  private trailer(byte: number, sink: BodySink): boolean {
    this.trailers += String.fromCharCode(byte);
    if (byte !== LF) return this.trailers.length <= MAX_TRAILER_BYTES;
    if (this.trailers !== "\r\n" && !this.trailers.endsWith("\r\n\r\n"))
      return this.trailers.endsWith("\r\n");
    const fields = parseTrailers(this.trailers);
    if (fields === undefined) return false;
    this.done = true;
    sink.bodyEnd(fields);
    return true;
  }
}

function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const NONE: RawHeaders = [];

/** They come too late to mean anything but mischief (RFC 9110 6.5.1). */
const FORBIDDEN: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-connection",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

function parseTrailers(text: string): RawHeaders | undefined {
  if (text === "\r\n") return NONE;
  const fields: string[] = [];
  for (const line of text.slice(0, -4).split("\r\n")) {
    const [, name, value] = TRAILER.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    if (!FORBIDDEN.has(name.toLowerCase())) fields.push(name, value.trimEnd());
  }
  return fields;
}

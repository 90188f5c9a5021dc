import { ChunkReader } from "./chunk-reader";
import type { RawHeaders } from "./contract";

export interface BodySink {
  bodyData(chunk: Buffer): void;
  /** Exactly once, after the last byte. */
  bodyEnd(trailers: RawHeaders): void;
}

/** Finds the end of a body in the bytes of a connection. */
export interface BodyReader {
  readonly done: boolean;
  /** How many of the bytes belong to the body, framing included; -1: this is not the announced framing. */
  read(bytes: Buffer, sink: BodySink): number;
  /** The connection's other end sends no more; true: that was the end of the body. */
  closed(sink: BodySink): boolean;
}

export type Framing =
  | { readonly framing: "none" }
  | { readonly framing: "chunked" }
  | { readonly framing: "close" }
  | { readonly framing: "length"; readonly bytes: number };

export function isEmpty(framing: Framing): boolean {
  return framing.framing === "none" || (framing.framing === "length" && framing.bytes === 0);
}

/** undefined: there is no body to read. */
export function bodyReader(framing: Framing): BodyReader | undefined {
  switch (framing.framing) {
    case "none":
      return undefined;
    case "chunked":
      return new ChunkReader();
    case "close":
      return new CloseReader();
    case "length":
      return framing.bytes === 0 ? undefined : new LengthReader(framing.bytes);
  }
}

const NO_TRAILERS: RawHeaders = [];

class LengthReader implements BodyReader {
  done = false;

  constructor(private left: number) {}

  read(bytes: Buffer, sink: BodySink): number {
    const taken = Math.min(bytes.length, this.left);
    this.left -= taken;
    this.done = this.left === 0;
    sink.bodyData(taken === bytes.length ? bytes : bytes.subarray(0, taken));
    if (this.done) sink.bodyEnd(NO_TRAILERS);
    return taken;
  }

  closed(): boolean {
    return false;
  }
}

class CloseReader implements BodyReader {
  done = false;

  read(bytes: Buffer, sink: BodySink): number {
    sink.bodyData(bytes);
    return bytes.length;
  }

  closed(sink: BodySink): boolean {
    this.done = true;
    sink.bodyEnd(NO_TRAILERS);
    return true;
  }
}

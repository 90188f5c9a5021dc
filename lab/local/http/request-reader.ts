import { type BodyReader, type BodySink, bodyReader } from "./body-reader";
import type { Failure, RequestHead } from "./contract";
import { HeadBuffer } from "./head-buffer";
import { type ReadRequest, readRequest } from "./read-request";
import { unfinishedHead } from "./unfinished-head";

/** What is kept for the log of a head that could not be read. */
const MAX_LOGGED = 1_024;

export interface RequestSink extends BodySink {
  /** What comes is not the announced framing. */
  bodyMalformed(): void;
}

export interface UnreadableHead {
  readonly failure: Failure;
  /** Of a head that came to its end. */
  readonly desync?: RequestHead["desync"];
  /** Its beginning, for the log. */
  readonly beginning: string;
}

/** Finds requests in the bytes of a client's HTTP/1 connection. What cannot be read yet is held. */
export class RequestReader {
  /** Of the request that was taken last, head included. */
  receivedBytes = 0;
  private readonly input = new HeadBuffer();
  private body: BodyReader | undefined;
  /** Where the body goes as it comes, instead of being held. */
  private sink: RequestSink | undefined;

  /** Bytes that came and belong to nothing that was asked for yet. */
  get held(): number {
    return this.input.length;
  }

  get beginning(): string {
    return this.input.start(MAX_LOGGED);
  }

  add(bytes: Buffer): void {
    if (this.sink === undefined) this.input.add(bytes);
    else this.readBody(bytes, this.sink);
  }

  /** The head of the next request; undefined: not all of it is here. */
  takeRequest(): ReadRequest | UnreadableHead | undefined {
    this.input.skipEmptyLines();
    const text = this.input.takeHead();
    if (text === undefined) {
      const failure = unfinishedHead(this.input);
      return failure === undefined ? undefined : { failure, beginning: this.beginning };
    }
    const request = readRequest(text);
    if ("failure" in request) return { ...request, beginning: text.slice(0, MAX_LOGGED) };
    this.receivedBytes = text.length;
    this.body = bodyReader(request.head.body);
    return request;
  }

  /** Hands over what is here of the body, and from now on what comes. */
  startBody(sink: RequestSink): void {
    this.sink = sink;
    if (this.input.length > 0) this.readBody(this.input.takeAll(), sink);
  }

  /** No more requests: whatever comes is passed on as it is. */
  becomeTunnel(): void {
    this.body = bodyReader({ framing: "close" });
  }

  /** Nothing of what came will be read any more. */
  clear(): void {
    this.sink = undefined;
    this.input.clear();
  }

  private readBody(bytes: Buffer, sink: RequestSink): void {
    const reader = this.body;
    const taken = reader?.read(bytes, sink) ?? 0;
    if (taken < 0) {
      this.clear();
      sink.bodyMalformed();
      return;
    }
    this.receivedBytes += taken;
    if (reader === undefined || reader.done) this.sink = undefined;
    if (taken < bytes.length) this.input.add(bytes.subarray(taken));
  }
}

import type { AskedFor } from "../../alb";
import { type BodyReader, type BodySink, bodyReader } from "./body-reader";
import type { Failure, RawHeaders } from "./contract";
import type { HeadBuffer } from "./head-buffer";
import { type AnswerHead, readAnswer } from "./read-answer";

export interface AnswerSink {
  answerHead(answer: AnswerHead): void;
  answerData(chunk: Buffer): void;
}

/** Longest head that is gathered, line ends and status line included; the limit itself is `examineAnswer`'s. */
const MAX_GATHERED = 65_536;
const BEGINNING = "HTTP/";
const NO_TRAILERS: RawHeaders = [];

/** Finds one answer in the bytes of a target's connection. */
export class AnswerReader implements BodySink {
  /** Of a complete answer. */
  trailers: RawHeaders = NO_TRAILERS;
  private head: AnswerHead | undefined;
  private body: BodyReader | undefined;
  private complete = false;
  private surplus = false;

  constructor(
    private readonly asked: AskedFor,
    private readonly sink: AnswerSink,
    /** Of the connection, and empty between two answers. */
    private readonly heads: HeadBuffer,
  ) {}

  /** The head has been passed on. */
  get begun(): boolean {
    return this.head !== undefined;
  }

  /** The connection may carry another request. */
  get reusable(): boolean {
    return this.complete && !this.surplus && this.head?.reuse === true;
  }

  /** Undefined: more is to come. */
  read(bytes: Buffer): "complete" | Failure | undefined {
    return this.head === undefined ? this.readHead(bytes) : this.readBody(bytes);
  }

  /** The target sends no more. */
  closed(): "complete" | Failure {
    if (this.head === undefined) return "target-closed";
    return this.body?.closed(this) ? "complete" : "target-body-short";
  }

  bodyData(chunk: Buffer): void {
    this.sink.answerData(chunk);
  }

  bodyEnd(trailers: RawHeaders): void {
    this.complete = true;
    this.trailers = trailers;
  }

  private readHead(bytes: Buffer): "complete" | Failure | undefined {
    this.heads.add(bytes);
    for (let text = this.heads.takeHead(); text !== undefined; text = this.heads.takeHead()) {
      const answer = readAnswer(text, this.asked);
      if ("failure" in answer) return answer.failure;
      // Interim answers are the load balancer's own business: 100 was given at once (P25), 103 is dropped.
      if (answer.status >= 200 || answer.status === 101) return this.begin(answer);
    }
    return this.unfinished();
  }

  private begin(answer: AnswerHead): "complete" | Failure | undefined {
    this.head = answer;
    this.body = bodyReader(answer.status === 101 ? { framing: "close" } : answer.body);
    this.sink.answerHead(answer);
    const rest = this.heads.takeAll();
    if (this.body !== undefined) return rest.length > 0 ? this.readBody(rest) : undefined;
    this.surplus = rest.length > 0;
    this.complete = true;
    return "complete";
  }

  private readBody(bytes: Buffer): "complete" | Failure | undefined {
    const taken = this.body?.read(bytes, this) ?? 0;
    if (taken < 0) return "target-malformed";
    if (!this.complete) return undefined;
    this.surplus = taken < bytes.length;
    return "complete";
  }

  private unfinished(): Failure | undefined {
    const { heads } = this;
    if (heads.length > MAX_GATHERED) return "target-headers-too-long";
    const beginning = heads.start(BEGINNING.length);
    return BEGINNING.startsWith(beginning) && !heads.hasBareLf() ? undefined : "target-malformed";
  }
}

import type { ClientSide } from "./client-side";
import type {
  Exchange as Balanced,
  ClientConnection,
  Endpoint,
  Failure,
  Forwarding,
  OwnAnswer,
  RawHeaders,
  RequestHead,
} from "./contract";
import type { Watched } from "./deadlines";
import { ExchangeRecord } from "./exchange-record";
import type { Front } from "./front";
import type { AnswerHead } from "./read-answer";
import { ownHeaders, renderRequestHead } from "./render-head";
import type { TargetConnection, TargetUser } from "./target-connection";

/** One request from its head to the last byte of its answer, whatever the client speaks. */
export class Exchange implements TargetUser, Watched {
  deadlineMs = Number.POSITIVE_INFINITY;
  private readonly record: ExchangeRecord;
  private readonly balanced: Balanced;
  private target: TargetConnection | undefined;
  private requestDone: boolean;
  private answerBegun = false;
  /** After a 101 the connections are a tunnel; `closing` when the client has left it. */
  private tunnel: "no" | "open" | "closing" = "no";
  private ended = false;

  constructor(
    private readonly front: Front,
    private readonly client: ClientSide,
    private readonly head: RequestHead,
    connection: ClientConnection,
    receivedMs: number,
  ) {
    this.record = new ExchangeRecord(receivedMs);
    this.requestDone = isEmpty(head.body);
    front.exchanges.add(this);
    front.deadlines.add(this);
    this.balanced = front.balancing.begin(head, connection);
  }

  /** Separate from making it, so that the client side knows its exchange before the first answer. */
  start(): void {
    const { decision } = this.balanced;
    if (decision.kind === "answer") {
      this.answerByItself(decision);
      return;
    }
    if (!this.requestDone) this.client.sendContinue();
    this.connect(decision.endpoint);
  }

  // What the client does.

  requestData(chunk: Buffer): void {
    const writer = this.target?.writer;
    if (writer === undefined) return;
    this.moved();
    if (this.head.body.framing === "chunked") writer.chunk(chunk);
    else writer.data(chunk);
    if (writer.full) this.client.pauseBody();
  }

  requestEnd(): void {
    this.requestDone = true;
    if (this.head.body.framing === "chunked") this.target?.writer.text("0\r\n\r\n");
  }

  clientDrained(): void {
    this.moved();
    this.target?.resume();
  }

  /** The client left, or what it sends is not the announced framing (then it is answered, when it can be). */
  clientFailed(failure: Failure): void {
    if (this.tunnel !== "no") {
      this.closeTunnel();
      return;
    }
    this.target?.destroy();
    if (failure === "malformed-request" && !this.answerBegun) {
      this.answerFailure(failure);
      return;
    }
    if (!this.answerBegun) this.record.status = this.requestDone ? 460 : 400;
    this.breakOff(!this.requestDone && failure === "client-aborted" ? "client-body-incomplete" : failure);
  }

  flush(): void {
    this.target?.writer.flush();
    this.client.flush();
  }

  /** The listener stops and has waited long enough. */
  abort(failure: Failure): void {
    this.target?.destroy();
    this.targetFailed(failure);
  }

  expire(): void {
    const clientIsSlow = this.answerBegun ? this.client.full : !this.requestDone && !this.target?.writer.full;
    this.target?.destroy();
    if (this.tunnel !== "no") this.breakOff(undefined);
    else if (clientIsSlow) this.targetFailed(this.answerBegun ? "client-stalled" : "request-timeout");
    else this.targetFailed(this.answerBegun ? "target-body-short" : "target-timeout");
  }

  // What the target does.

  targetReady(): void {
    const { target } = this;
    if (target === undefined) return;
    this.moved();
    this.record.sentMs = performance.now();
    target.writer.text(renderRequestHead(this.head, this.forwarding));
    if (!this.requestDone) this.client.startBody();
    target.writer.flush();
  }

  answerHead(answer: AnswerHead): void {
    this.moved();
    this.record.answeredMs = performance.now();
    this.record.targetStatus = answer.status;
    const upgrade = answer.status === 101 ? this.head.upgrade : undefined;
    this.begin({
      status: answer.status,
      reason: answer.reason,
      headers: this.forwarding.responseHeaders(answer.status, answer.headers),
      length: answer.length,
      bodiless: answer.body.framing === "none",
      close: this.forwarding.closeAfter || !this.requestDone,
      ...(upgrade === undefined ? {} : { upgrade }),
    });
    if (upgrade === undefined) return;
    this.tunnel = "open";
    this.client.startBody();
    this.flush();
  }

  answerData(chunk: Buffer): void {
    this.moved();
    if (this.tunnel === "closing") return;
    this.client.data(chunk);
    if (this.client.full) this.target?.pause();
  }

  answerEnd(trailers: RawHeaders): void {
    this.target?.release(this.requestDone && !this.forwarding.closeAfter);
    this.finish(trailers);
  }

  targetDrained(): void {
    this.moved();
    this.client.resumeBody();
  }

  targetFailed(failure: Failure): void {
    if (this.ended) return;
    const another = failure === "connect-refused" ? this.forwarding.another() : undefined;
    if (another !== undefined) {
      this.connect(another);
      return;
    }
    if (!this.answerBegun) {
      this.answerFailure(failure);
      return;
    }
    this.breakOff(failure);
  }

  private get forwarding(): Forwarding {
    return this.balanced.decision as Forwarding;
  }

  private connect(endpoint: Endpoint): void {
    this.record.endpoint = endpoint;
    this.target = this.front.targets.acquire(endpoint, this, {
      method: this.head.method,
      upgrade: this.head.upgrade !== undefined,
    });
    if (this.target.ready) this.targetReady();
  }

  private answerFailure(failure: Failure): void {
    this.record.failure = failure;
    const answer = this.front.balancing.failureAnswer(failure, this.head.version);
    if (answer === undefined) this.breakOff(failure);
    else this.answerByItself(answer);
  }

  private breakOff(failure: Failure | undefined): void {
    this.record.failure = failure;
    this.client.breakOff();
    this.end();
  }

  private answerByItself(answer: OwnAnswer): void {
    const body = Buffer.from(answer.body);
    const bodiless = this.head.method === "HEAD" || answer.status === 204 || answer.status === 304;
    this.begin({
      status: answer.status,
      reason: answer.reason,
      headers: ownHeaders(answer),
      length: answer.status === 204 ? undefined : body.length,
      bodiless,
      close: answer.close || !this.requestDone,
    });
    if (!bodiless && body.length > 0) this.client.data(body);
    this.finish([]);
  }

  private begin(answer: Parameters<ClientSide["answer"]>[0]): void {
    this.answerBegun = true;
    this.record.status = answer.status;
    this.record.clientAnsweredMs = performance.now();
    this.client.answer(answer);
  }

  private finish(trailers: RawHeaders): void {
    this.client.finish(trailers);
    this.end();
    this.client.next();
  }

  /** What came from the client still reaches the target; what the target sends from now on has no reader. */
  private closeTunnel(): void {
    if (this.tunnel === "closing") return;
    this.tunnel = "closing";
    this.target?.resume();
    this.target?.endWriting();
  }

  private moved(): void {
    this.deadlineMs = performance.now() + this.front.timeouts.idleMs;
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.target = undefined;
    this.deadlineMs = Number.POSITIVE_INFINITY;
    this.front.exchanges.delete(this);
    this.front.deadlines.delete(this);
    this.balanced.end(this.record.end(this.client.receivedBytes, this.client.sentBytes));
  }
}

function isEmpty(body: RequestHead["body"]): boolean {
  return body.framing === "none" || (body.framing === "length" && body.bytes === 0);
}

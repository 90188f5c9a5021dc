import { isEmpty } from "./body-reader";
import { forwardedAnswer, ownAnswer } from "./client-answer";
import type { ClientAnswer, ClientSide } from "./client-side";
import type * as seam from "./contract";
import { ExchangeRecord } from "./exchange-record";
import type { Front, InProgress } from "./front";
import type { AnswerHead } from "./read-answer";
import { renderRequestHead } from "./render-head";
import { blameStall } from "./stall";
import type { TargetConnection, TargetUser } from "./target-connection";

const NO_TRAILERS: seam.RawHeaders = [];

/** One request from its head to the last byte of its answer, whatever the client speaks. */
export class Exchange implements TargetUser, InProgress {
  deadlineMs = Number.POSITIVE_INFINITY;
  private readonly record: ExchangeRecord;
  private readonly balanced: seam.Exchange;
  private target: TargetConnection | undefined;
  private requestDone: boolean;
  private answerBegun = false;
  /** After a 101 the two connections are a tunnel; `closing` when the client has left it. */
  private tunnel: "no" | "open" | "closing" = "no";
  private ended = false;

  constructor(
    private readonly front: Front,
    private readonly client: ClientSide,
    private readonly head: seam.RequestHead,
    connection: seam.ClientConnection,
    receivedMs: number,
  ) {
    this.record = new ExchangeRecord(receivedMs);
    this.requestDone = isEmpty(head.body);
    front.exchanges.add(this);
    this.balanced = front.balancing.begin(head, connection);
  }

  /** Separate from making it, so that the client side knows its exchange before the first answer. */
  start(): void {
    const { decision } = this.balanced;
    if (decision.kind === "forward") {
      if (!this.requestDone) this.client.sendContinue();
      this.connect(decision.endpoint);
      return;
    }
    // A body that is here already is read and dropped, so that the connection can be kept.
    if (!this.requestDone) this.client.startBody();
    if (!this.ended) this.answerByItself(decision);
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

  /** What it sends is not the announced framing. */
  clientMalformed(): void {
    this.target?.destroy();
    this.targetFailed("malformed-request");
  }

  clientLeft(): void {
    if (this.tunnel === "no") {
      this.target?.destroy();
      if (!this.answerBegun) this.record.status = this.requestDone ? 460 : 400;
      this.breakOff(this.requestDone ? "client-aborted" : "client-body-incomplete");
    } else if (this.tunnel === "open") {
      // What it sent still reaches the target; what the target sends from now on has no reader.
      this.tunnel = "closing";
      this.target?.resume();
      this.target?.endWriting();
    }
  }

  clientDrained(): void {
    this.moved();
    this.target?.resume();
  }

  flush(): void {
    this.target?.writer.flush();
    this.client.flush();
  }

  // What the target does.

  targetReady(): void {
    const { target } = this;
    if (target === undefined) return;
    this.moved();
    this.record.sent();
    target.writer.text(renderRequestHead(this.head, this.forwarding));
    if (!this.requestDone) this.client.startBody();
    target.writer.flush();
  }

  answerHead(answer: AnswerHead): void {
    this.moved();
    this.record.answered(answer.status);
    const upgrade = answer.status === 101 ? this.head.upgrade : undefined;
    this.begin(forwardedAnswer(answer, this.forwarding, upgrade, !this.requestDone));
    if (upgrade === undefined) return;
    this.tunnel = "open";
    this.client.startBody();
    this.flush();
  }

  answerData(chunk: Buffer): void {
    this.moved();
    if (this.ended || this.tunnel === "closing") return;
    this.client.data(chunk);
    if (this.client.full) this.target?.pause();
  }

  answerEnd(trailers: seam.RawHeaders): void {
    this.target?.release(this.requestDone && !this.forwarding.closeAfter);
    this.finish(trailers);
  }

  targetDrained(): void {
    this.moved();
    this.client.resumeBody();
  }

  targetFailed(failure: seam.Failure): void {
    if (this.ended) return;
    const another = failure === "connect-refused" ? this.forwarding.another() : undefined;
    if (another === undefined) this.failed(failure);
    else this.connect(another);
  }

  // What the load balancer does.

  /** The listener stops and has waited long enough. */
  abort(failure: seam.Failure): void {
    this.target?.destroy();
    this.targetFailed(failure);
  }

  expire(): void {
    const { requestDone, answerBegun, client, target } = this;
    const stalled = {
      requestDone,
      answerBegun,
      clientFull: client.full,
      targetFull: target?.writer.full ?? false,
    };
    target?.destroy();
    if (this.tunnel === "no") this.targetFailed(blameStall(stalled));
    else this.breakOff(undefined);
  }

  private get forwarding(): seam.Forwarding {
    return this.balanced.decision as seam.Forwarding;
  }

  private connect(endpoint: seam.Endpoint): void {
    const { method, upgrade } = this.head;
    this.record.endpoint = endpoint;
    this.target = this.front.targets.acquire(endpoint, this, { method, upgrade: upgrade !== undefined });
    if (this.target.ready) this.targetReady();
  }

  private failed(failure: seam.Failure): void {
    const { balancing } = this.front;
    const answer = this.answerBegun ? undefined : balancing.failureAnswer(failure, this.head.version);
    this.record.failure = failure;
    if (answer === undefined) this.breakOff(failure);
    else this.answerByItself(answer);
  }

  private answerByItself(answer: seam.OwnAnswer): void {
    const { head, body } = ownAnswer(answer, this.head.method, !this.requestDone);
    this.begin(head);
    if (body !== undefined) this.client.data(body);
    this.finish(NO_TRAILERS);
  }

  private begin(answer: ClientAnswer): void {
    this.answerBegun = true;
    this.record.passedOn(answer.status);
    this.client.answer(answer);
  }

  private finish(trailers: seam.RawHeaders): void {
    this.client.finish(trailers);
    this.end();
    this.client.next();
  }

  private breakOff(failure: seam.Failure | undefined): void {
    this.record.failure = failure;
    this.client.breakOff();
    this.end();
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
    this.balanced.end(this.record.end(this.client.receivedBytes, this.client.sentBytes));
  }
}

import { Answering } from "./answering";
import { forwardedAnswer } from "./client-answer";
import type * as seam from "./contract";
import type { AnswerHead } from "./read-answer";
import { renderRequestHead } from "./render-head";
import type { RequestSink } from "./request-reader";
import { blameStall } from "./stall";
import type { TargetUser } from "./target-connection";

/** One request from its head to the last byte of its answer, whatever the client speaks. */
export class Exchange extends Answering implements RequestSink, TargetUser {
  /** After a 101 the two connections are a tunnel; `closing` when the client has left it. */
  private tunnel: "no" | "open" | "closing" = "no";

  /** Separate from making it, so that the client side knows its exchange before the first answer. */
  start(): void {
    const { decision } = this.balanced;
    if (decision.kind === "forward") {
      if (!this.requestDone) this.client.sendContinue();
      this.connect(decision.endpoint);
      return;
    }
    // A body that is here already is read and dropped, so that the connection can be kept.
    if (!this.requestDone) this.client.startBody(this);
    if (!this.ended) this.answerByItself(decision);
  }

  flush(): void {
    this.target?.writer.flush();
    this.client.flush();
  }

  expire(): void {
    const { requestDone, answerBegun, client, target } = this;
    const targetFull = target?.writer.full ?? false;
    const failure = blameStall({ requestDone, answerBegun, clientFull: client.full, targetFull });
    target?.destroy();
    if (this.tunnel === "no") this.fail(failure);
    else this.breakOff(undefined);
  }

  // What the client does.

  bodyData(chunk: Buffer): void {
    const writer = this.target?.writer;
    if (writer === undefined) return;
    this.moved();
    if (this.head.body.framing === "chunked") writer.chunk(chunk);
    else writer.data(chunk);
    if (writer.full) this.client.pauseBody();
  }

  /** Trailers of a request are not passed on: a target might take them for headers that the load balancer vouches for. */
  bodyEnd(): void {
    this.requestDone = true;
    if (this.head.body.framing === "chunked") this.target?.writer.text("0\r\n\r\n");
  }

  bodyMalformed(): void {
    this.abort("malformed-request");
  }

  clientDrained(): void {
    this.moved();
    this.target?.resume();
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

  // What the target does.

  targetReady(): void {
    const { target } = this;
    if (target === undefined) return;
    this.record.sent(this.moved());
    target.writer.text(renderRequestHead(this.head, this.forwarding));
    if (!this.requestDone) this.client.startBody(this);
    target.writer.flush();
  }

  answerHead(answer: AnswerHead): void {
    this.record.answered(answer.status, this.moved());
    const upgrade = answer.status === 101 ? this.head.upgrade : undefined;
    this.begin(forwardedAnswer(answer, this.forwarding, upgrade, !this.requestDone));
    if (upgrade === undefined) return;
    this.tunnel = "open";
    this.client.startBody(this);
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
    const another = failure === "connect-refused" ? this.forwarding.another() : undefined;
    if (another === undefined) this.fail(failure);
    else this.connect(another);
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

  /** Returns the moment. */
  private moved(): number {
    const nowMs = performance.now();
    this.deadlineMs = nowMs + this.front.timeouts.idleMs;
    return nowMs;
  }
}

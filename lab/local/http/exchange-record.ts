import type { Endpoint, ExchangeEnd, Failure } from "./contract";

const NEVER = -1;

/** What will be said of an exchange at its end; moments are of `performance.now()`. */
export class ExchangeRecord {
  status = 0;
  targetStatus: number | undefined;
  endpoint: Endpoint | undefined;
  failure: Failure | undefined;
  private sentMs = NEVER;
  private answeredMs = NEVER;
  private passedOnMs = NEVER;

  constructor(private readonly receivedMs: number) {}

  /** The request's head goes to the target. */
  sent(nowMs: number): void {
    this.sentMs = nowMs;
  }

  /** The head of the target's answer came. */
  answered(status: number, nowMs: number): void {
    this.targetStatus = status;
    this.answeredMs = nowMs;
  }

  /** The head of an answer goes to the client. */
  passedOn(status: number): void {
    this.status = status;
    this.passedOnMs = performance.now();
  }

  end(receivedBytes: number, sentBytes: number): ExchangeEnd {
    return {
      status: this.status,
      targetStatus: this.targetStatus,
      endpoint: this.endpoint,
      failure: this.failure,
      receivedBytes,
      sentBytes,
      requestProcessingMs: between(this.receivedMs, this.sentMs),
      targetProcessingMs: between(this.sentMs, this.answeredMs),
      responseProcessingMs: between(this.answeredMs, this.passedOnMs),
    };
  }
}

function between(fromMs: number, toMs: number): number {
  return fromMs === NEVER || toMs === NEVER ? NEVER : toMs - fromMs;
}

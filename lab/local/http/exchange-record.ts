import type { Endpoint, ExchangeEnd, Failure } from "./contract";

const NEVER = -1;

/** What will be said of an exchange at its end; moments are of `performance.now()`. */
export class ExchangeRecord {
  status = 0;
  targetStatus: number | undefined;
  endpoint: Endpoint | undefined;
  failure: Failure | undefined;
  sentMs = NEVER;
  answeredMs = NEVER;
  clientAnsweredMs = NEVER;

  constructor(private readonly receivedMs: number) {}

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
      responseProcessingMs: between(this.answeredMs, this.clientAnsweredMs),
    };
  }
}

function between(fromMs: number, toMs: number): number {
  return fromMs === NEVER || toMs === NEVER ? NEVER : toMs - fromMs;
}

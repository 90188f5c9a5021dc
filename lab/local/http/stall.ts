import type { Failure } from "./contract";

/** Where an exchange stands in which no byte has moved for the idle timeout. */
export interface StalledExchange {
  readonly requestDone: boolean;
  readonly answerBegun: boolean;
  /** The client has not taken what it was sent. */
  readonly clientFull: boolean;
  /** The target has not taken what it was sent. */
  readonly targetFull: boolean;
}

/** Who is to blame (P27, E408, E504): whoever has something to take or is expected to send. */
export function blameStall(stalled: StalledExchange): Failure {
  if (stalled.answerBegun) return stalled.clientFull ? "client-stalled" : "target-body-short";
  return stalled.requestDone || stalled.targetFull ? "target-timeout" : "request-timeout";
}

import type { CookieKey } from "../../alb";
import type { FinishedRequest } from "../traffic/traffic";

/** What all listeners of a lab share. */
export interface LabContext {
  /** Seals stickiness cookies: one for the life of the lab. */
  readonly cookieKey: CookieKey;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 up to, but not including, 1. */
  random(): number;
  /** `1-<8 hex digits of the time>-<24 hex digits>`, another one every time. */
  newTraceId(): string;
  nextRequestId(): number;
  /** Takes one line of the access log; undefined: none is written. */
  readonly log: ((line: string) => void) | undefined;
  finished(request: FinishedRequest): void;
}

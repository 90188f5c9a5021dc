import type { Task } from "../clock/clock";

/** A request or a probe, as the machine sees it that it goes to. */
export interface Question {
  readonly port: number;
  /** Without its query. */
  readonly path: string;
  readonly isProbe: boolean;
  /** When whoever asks gives up while it has no connection, and once it has one. */
  readonly connectByMs: number;
  readonly answerByMs: number;
  /** Security groups let nothing through. */
  readonly isBlocked: boolean;
}

export type VisitEnd =
  | { readonly kind: "answered"; readonly status: number }
  /** The connection was closed before an answer. */
  | { readonly kind: "broken" }
  /** No connection, or no answer, in time. */
  | { readonly kind: "timed-out" };

/** One that is under way; it ends once, unless it is given up before. */
export interface Visit {
  readonly question: Question;
  task: Task;
  readonly end: (end: VisitEnd) => void;
}

import type { Link, Unknown } from "../../topology";
import type { CookieKey } from "../cookies";
import type { ErrorAnswer, HttpVersion } from "../http";

/** What actions need besides the request; nothing here reads a clock or draws by itself. */
export interface ActionContext {
  /** From 0 to below 1, for the draw between weighted groups. */
  readonly draw: number;
  readonly nowMs: number;
  /** Of the client's request. */
  readonly version: HttpVersion;
  /** Listener attribute `routing.http.response.server.enabled`, default true (P16). */
  readonly server?: boolean;
  /** Of the load balancer, for group stickiness. */
  readonly cookieKey: CookieKey;
}

/** An action as an access log names it in `actions_executed`. */
export type ExecutedAction = "authenticate" | "forward" | "redirect" | "fixed-response";

/** What follows from the actions of a rule. */
export type Outcome = ForwardOutcome | AnswerOutcome | UnknownOutcome;

export interface ForwardOutcome {
  readonly kind: "forward";
  readonly group: Exclude<Link, Unknown>;
  /** Whether a cookie of the client decided, not the draw. */
  readonly isSticky: boolean;
  /** `Set-Cookie` values for the answer to the client; empty without group stickiness. */
  readonly setCookies: readonly string[];
  readonly executed: readonly ExecutedAction[];
}

/** The load balancer answers by itself. */
export interface AnswerOutcome extends ErrorAnswer {
  readonly executed: readonly ExecutedAction[];
}

/** The actions cannot be carried out, because a part that counts is not known. */
export interface UnknownOutcome {
  readonly kind: "unknown";
  /** Such as `actions[0].groups: known after apply`. */
  readonly reason: string;
}

/** An outcome of one action, which does not know what ran before it. */
export type StepOutcome = Omit<ForwardOutcome, "executed"> | ErrorAnswer | UnknownOutcome;

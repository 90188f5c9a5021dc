import type { Knowable, Link, Unknown } from "../known";

/** Texts of which each may be unknown by itself. */
export type Texts = Knowable<readonly Knowable<string>[]>;

/** One condition of a rule; it holds when any of its values matches (R6). */
export type Condition =
  | { readonly kind: "host-header"; readonly values: Texts }
  | { readonly kind: "path-pattern"; readonly values: Texts }
  | { readonly kind: "http-request-method"; readonly values: Texts }
  | { readonly kind: "source-ip"; readonly values: Texts }
  | { readonly kind: "http-header"; readonly name: Knowable<string>; readonly values: Texts }
  | { readonly kind: "query-string"; readonly pairs: Knowable<readonly QueryPair[]> }
  /** A kind that this version does not know, or an empty block. */
  | { readonly kind: "other"; readonly name: string }
  | Unknown;

export interface QueryPair {
  /** Absent: the value under any key. */
  readonly key?: Knowable<string>;
  readonly value: Knowable<string>;
}

/** One action of a rule or of a listener, in the order in which they run. */
export type Action = ForwardAction | RedirectAction | FixedResponseAction | AuthenticateAction | Unknown;

export interface ForwardAction {
  readonly kind: "forward";
  readonly groups: Knowable<readonly WeightedGroup[]>;
  /** Group stickiness; absent: off (R48). */
  readonly stickiness?: { readonly enabled: Knowable<boolean>; readonly durationSeconds: Knowable<number> };
}

export interface WeightedGroup {
  readonly group: Link;
  /** 0-999, default 1. */
  readonly weight: Knowable<number>;
}

/** Parts with the provider's defaults filled in: `#{protocol}`, `#{host}`, `#{port}`, `/#{path}`, `#{query}` (TF55). */
export interface RedirectAction {
  readonly kind: "redirect";
  readonly protocol: Knowable<string>;
  readonly host: Knowable<string>;
  readonly port: Knowable<string>;
  readonly path: Knowable<string>;
  readonly query: Knowable<string>;
  /** 301 or 302. */
  readonly statusCode: Knowable<number>;
}

export interface FixedResponseAction {
  readonly kind: "fixed-response";
  readonly statusCode: Knowable<number>;
  readonly contentType?: Knowable<string>;
  readonly messageBody?: Knowable<string>;
}

export interface AuthenticateAction {
  readonly kind: "authenticate-oidc" | "authenticate-cognito" | "jwt-validation";
  /** `authenticate` (default), `allow` or `deny` (R71). */
  readonly onUnauthenticatedRequest: Knowable<string>;
}

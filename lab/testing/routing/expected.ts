import type { TlsVersion } from "../../alb";

/** A service, a redirect, or an answer of the load balancer itself. */
export type Expected = string | ExpectedShares | ExpectedRedirect | ExpectedAnswer;

export interface ExpectedShares {
  /** Percent of the requests of new clients, by target group. Groups that are not named must get none. */
  readonly shares: Readonly<Record<string, number>>;
}

export interface ExpectedRedirect {
  /** Where the client is sent. The default port of the scheme may be left out. */
  readonly redirect: string;
  /** 301 or 302. */
  readonly status?: number;
}

export interface ExpectedAnswer {
  readonly status: number;
  /** All of it, or what it must match. */
  readonly body?: string | RegExp;
  readonly contentType?: string;
}

/** How a request comes in. */
export interface ExpectedWay {
  /** Port of the listener. */
  readonly listener?: number;
  /**
   * Certificate that a client which asks for this host is shown: a domain name of it, its address, path or ARN. One that
   * is not for the host fails, as clients refuse it.
   */
  readonly certificate?: string;
  /** Name of the TLS policy, such as `ELBSecurityPolicy-TLS13-1-2-2021-06`. */
  readonly tlsPolicy?: string;
  /** Lowest version of TLS that the policy admits. */
  readonly minimumTls?: TlsVersion;
}

/** How a request is sent. */
export interface RouteOptions {
  /** Name of the stack, where the input is a directory with several. */
  readonly stack?: string;
  /** Name, address or path of the load balancer, where there are several. */
  readonly loadBalancer?: string;
  /**
   * Address of the client, such as `198.51.100.7`.
   * @default - an address that nobody has; security groups are then asked whether they admit anybody at all
   */
  readonly sourceIp?: string;
  /** A header with several values is sent once for each. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

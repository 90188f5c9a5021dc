import type { SecureContext, SecureContextOptions } from "node:tls";
import type { LoadBalancing } from "./contract";
import type { TargetPool } from "./target-pool";

/** Time limits in milliseconds. They are read again for every connection or request, so that a getter may change them. */
export interface Timeouts {
  /** No byte moved, on either side: 60 s unless the load balancer says otherwise (P27). */
  readonly idleMs: number;
  /** Lifetime of a client's connection: 3600 s unless the load balancer says otherwise (P28). */
  readonly clientKeepAliveMs: number;
  /** 10 s (P29). */
  readonly connectMs: number;
  /** 10 s (P29). */
  readonly targetTlsMs: number;
  /** From the first byte of a request to the end of its head. */
  readonly headMs: number;
  /** How long requests in flight may take once the listener stops. */
  readonly stopMs: number;
}

/** What an ALB without settings of its own does. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  idleMs: 60_000,
  clientKeepAliveMs: 3_600_000,
  connectMs: 10_000,
  targetTlsMs: 10_000,
  headMs: 60_000,
  stopMs: 10_000,
};

/** Certificates and protocols of an HTTPS listener. */
export interface ListenerTls {
  /**
   * Key and certificate for clients without SNI or with a name that `contextFor` does not know. Its protocol versions and
   * ciphers count for every client, whatever name it asks for.
   */
  readonly options: SecureContextOptions;
  /** The certificate of an SNI name, in lower case; undefined: the default one. */
  contextFor?(serverName: string): SecureContext | undefined;
  /** Offer HTTP/2 by ALPN. */
  readonly http2: boolean;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly tls?: ListenerTls;
  readonly timeouts: Timeouts;
  readonly balancing: LoadBalancing;
  /** Shared by all listeners of a load balancer. */
  readonly targets: TargetPool;
  /** Connections of clients at one time; one more is closed at once. Default 10,000. */
  readonly maxConnections?: number;
  /** Requests of an HTTP/2 connection, after which it is closed by GOAWAY. Default 10,000 (P20). */
  readonly http2Requests?: number;
}

/** A listener that accepts connections. */
export interface HttpListener {
  readonly port: number;
  /** Clients' connections right now. */
  readonly connections: number;
  /** Requests that have begun and not ended. */
  readonly inFlight: number;
  /** Accepts no more, closes idle connections, lets requests in flight finish within `stopMs`, then breaks them off. */
  stop(): Promise<void>;
}

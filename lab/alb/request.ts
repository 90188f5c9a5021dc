/** What rules and actions look at. The host is what routing goes by: lower case, without a port (R20, R27, P9). */
export interface RequestFacts {
  /** As sent; compared exactly (R23). */
  readonly method: string;
  readonly host: string;
  /** Raw path as sent, from the first `/` up to the first `?`. */
  readonly path: string;
  /** Raw query without its `?`; empty when there is none. */
  readonly query: string;
  /** Values of a header by its lower-case name, in the order in which they came; empty when it is absent. */
  header(name: string): readonly string[];
  /** Peer of the TCP connection, not X-Forwarded-For (R25). */
  readonly sourceIp: string;
  /** Of the listener. */
  readonly protocol: "http" | "https";
  /** Of the listener, as declared: 80, not the local 8080. */
  readonly port: number;
}

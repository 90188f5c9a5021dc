import type { Element, Knowable, Link } from "../known";

/** `aws_lb` or `aws_alb`, of any type; only `application` ones run rules. */
export interface LoadBalancer extends Element {
  readonly name: Knowable<string>;
  /** `application`, `network` or `gateway`. */
  readonly loadBalancerType: Knowable<string>;
  readonly internal: Knowable<boolean>;
  /** `ipv4`, `dualstack` or `dualstack-without-public-ipv4`. */
  readonly ipAddressType: Knowable<string>;
  readonly dnsName: Knowable<string>;
  readonly subnets: Knowable<readonly Link[]>;
  /** Zones of its subnets, each once, in the order of `subnets`; an entry is unknown where the subnet's zone is. */
  readonly zones: Knowable<readonly Knowable<string>[]>;
  readonly securityGroups: Knowable<readonly Link[]>;
  readonly attributes: LoadBalancerAttributes;
}

/** Attributes with the defaults of provider and API filled in (reference N40-N56). */
export interface LoadBalancerAttributes {
  /** Seconds, 1-4000, default 60. */
  readonly idleTimeoutSeconds: Knowable<number>;
  /** Seconds, 60-604800, default 3600. Lifetime of a client's connection, not an idle time. */
  readonly clientKeepAliveSeconds: Knowable<number>;
  /** `monitor`, `defensive` (default) or `strictest`. */
  readonly desyncMitigationMode: Knowable<string>;
  readonly dropInvalidHeaderFields: Knowable<boolean>;
  readonly preserveHostHeader: Knowable<boolean>;
  readonly tlsVersionAndCipherHeaders: Knowable<boolean>;
  readonly xffClientPort: Knowable<boolean>;
  /** `append` (default), `preserve` or `remove`. */
  readonly xffHeaderProcessingMode: Knowable<string>;
  readonly http2: Knowable<boolean>;
  readonly wafFailOpen: Knowable<boolean>;
  readonly zonalShift: Knowable<boolean>;
  readonly deletionProtection: Knowable<boolean>;
  readonly accessLogs: LogDelivery;
  readonly connectionLogs: LogDelivery;
}

export interface LogDelivery {
  readonly enabled: Knowable<boolean>;
  readonly bucket?: Knowable<string>;
  readonly prefix?: Knowable<string>;
}

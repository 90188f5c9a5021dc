import type { Architecture } from "../instances/server-launch-template";
import type { HttpsProps } from "../load-balancer/https";
import type { HealthCheckProps } from "../targets/health-check";
import type { StateBucket } from "./stack-foundation";

/** One service of a lab: a target group and its instances. */
export interface LabService {
  /** Names the service for good. */
  readonly name: string;
  /** Number of instances, spread over the zones in turn. */
  readonly instances: number;
  /** Port on which the servers listen. */
  readonly port: number;
  /** Path below which requests go to the service. A service without it and without hosts is the default one. */
  readonly pathPrefix?: string;
  /** Hosts whose requests go to the service. */
  readonly hosts?: readonly string[];
  /** Order of the service's rule. @default assigned from the name */
  readonly priority?: number;
  readonly instanceType: string;
  readonly architecture: Architecture;
  /** @default the newest Amazon Linux 2023 at launch */
  readonly imageId?: string;
}

/** An address that changed, without anything else about the resource changing. */
export interface RecordedMove {
  /** Old address, such as `aws_lb.alb_load-balancer_1A2B3C4D`. */
  readonly from: string;
  /** New address. */
  readonly to: string;
}

/** A whole lab as plain data: what differs between environments. */
export interface LabStackProps {
  /** Name of the environment; when given, it must be the stack's id, so that values of another are noticed. */
  readonly name?: string;
  /** AWS region. */
  readonly region: string;
  /**
   * AWS account, 12 digits; credentials for another are refused when planning. Without it, planning asks AWS
   * for no account, so that it works without one.
   */
  readonly account?: string;
  /** Two zones or more of the region. */
  readonly zones: readonly string[];
  /** Addresses of the VPC, /16 to /23. */
  readonly vpcCidr: string;
  /** Instances in private subnets. */
  readonly privateInstances: boolean;
  readonly natGateways: "none" | "one" | "per-zone";
  /** Load balancer inside the network only. */
  readonly internal: boolean;
  /** Networks that may reach the listeners. */
  readonly allowedCidrs: readonly string[];
  /** @default HTTP only */
  readonly https?: HttpsProps;
  readonly deletionProtection: boolean;
  /** @default no access logs */
  readonly accessLogs?: { readonly retentionDays: number };
  /** @default no flow logs */
  readonly flowLogs?: { readonly retentionDays: number };
  readonly idleTimeoutSeconds: number;
  readonly deregistrationDelaySeconds: number;
  readonly detailedMonitoring: boolean;
  readonly instanceTerminationProtection: boolean;
  /** Switches every protection off, so that the next destroy succeeds. @default false */
  readonly retiring?: boolean;
  /** Health check of every target group. */
  readonly healthCheck: HealthCheckProps;
  /** At most one without path prefix and hosts: the default one. Without it, unmatched requests get 404. */
  readonly services: readonly LabService[];
  /** @default state in a local file */
  readonly stateBucket?: StateBucket;
  /** Tags of every resource, beside Project, Environment and ManagedBy. */
  readonly tags: Readonly<Record<string, string>>;
  /** @default no moves */
  readonly moves?: readonly RecordedMove[];
}

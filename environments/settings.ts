/** The three environments of the lab, in the order in which a change travels through them. */
export const environmentNames = ["dev", "staging", "prod"] as const;

/** Name of an environment, which is also the id of its stack. */
export type EnvironmentName = (typeof environmentNames)[number];

/** How the targets are probed; every value is written into the Terraform JSON. */
export interface HealthCheckSettings {
  /** Seconds between two probes of one target: 5 to 300. @default 15 */
  readonly intervalSeconds?: number;
  /** Seconds until a probe without an answer has failed: 2 to 120, less than `intervalSeconds`. @default 5 */
  readonly timeoutSeconds?: number;
  /** Successes in a row that make an unhealthy target healthy: 2 to 10. @default 2 */
  readonly healthyThreshold?: number;
  /** Failures in a row that make a healthy target unhealthy: 2 to 10. @default 2 */
  readonly unhealthyThreshold?: number;
  /** Path that is probed with GET: starts with `/`, 1 to 1024 characters, no spaces. @default "/health" */
  readonly path?: string;
}

/** One service: its instances, their target group and the requests it gets. */
export interface ServiceSettings {
  /** Starts with a letter; lower-case letters, digits and hyphens; 1 to 40 characters; unique here. */
  readonly name: string;
  /** Number of instances, spread over the zones: 1 to 1000, and 1000 over all services (AWS's quota). @default 2 */
  readonly instances?: number;
  /** Port on which the server listens and the target group sends: 1 to 65535. @default 3000 */
  readonly port?: number;
  /**
   * Path below which requests go to this service, such as `/api`: at most 126 characters, no trailing slash.
   * A service without `pathPrefix` and `hosts` is the default one; there must be exactly one.
   */
  readonly pathPrefix?: string;
  /** Host names whose requests go to this service: at most 3, `*` and `?` allowed. @default any host */
  readonly hosts?: readonly string[];
  /**
   * Order of the service's rule, 1 to 50000; the lowest that matches answers. Needed only where two services can
   * match one request. @default assigned from the name, 1000 to 49000, the same for good
   */
  readonly priority?: number;
  /** EC2 instance type, `family.size`; it must fit `architecture`. @default "t3.micro", or "t4g.micro" for arm64 */
  readonly instanceType?: string;
  /** Processor of the instance type and the machine image: `x86_64` or `arm64`. @default "x86_64" */
  readonly architecture?: "x86_64" | "arm64";
  /** Machine image, `ami-` and 17 hex digits. @default the newest Amazon Linux 2023 at launch */
  readonly imageId?: string;
}

/** A certificate that exists already, or a domain for which one is made. */
export type HttpsSettings =
  | {
      /** ARN of an issued ACM certificate in the region of the environment. */
      readonly certificateArn: string;
    }
  | {
      /** Domain of the load balancer, such as `lab.example.com`: at most 64 characters, no wildcard. */
      readonly domainName: string;
      /** Id of the public Route 53 hosted zone that holds the domain, such as `Z2FDTNDATAQYW2`. */
      readonly hostedZoneId: string;
    };

/** An S3 bucket that holds the Terraform state; its lock is a file beside the state. */
export interface StateBucketSettings {
  /** Name of a bucket that exists: 3 to 63 lower-case letters, digits and hyphens. */
  readonly bucket: string;
  /** Region of the bucket. @default the region of the environment */
  readonly region?: string;
  /** Object key of the state: 1 to 1024 characters, no leading slash. @default chosen by the stack from its name */
  readonly key?: string;
}

/** What the file of an environment says. Keys that are left out get the default named here. */
export interface EnvironmentSettings {
  /** `dev`, `staging` or `prod`; also the id of the stack. */
  readonly name: EnvironmentName;
  /** AWS region. @default "ap-northeast-2" */
  readonly region?: string;
  /** AWS account, 12 digits. Credentials for another account are refused. @default any account */
  readonly account?: string;
  /**
   * Availability Zones of the region, letters a to h: 2 to 6, each once. Subnets are keyed by zone name. Instances
   * take the zones in turn, so another list replaces those whose turn changes.
   */
  readonly zones: readonly string[];
  /** Network of the VPC: private, /16 to /23; each zone letter owns a sixteenth of it. @default "10.0.0.0/16" */
  readonly vpcCidr?: string;
  /** True: instances stand in private subnets and reach the internet through NAT. @default false */
  readonly privateInstances?: boolean;
  /** `one` (cheaper), `per-zone` (a zone may fail), or `none`, for public instances only. @default "none" */
  readonly natGateways?: "none" | "one" | "per-zone";
  /** True: the load balancer has private addresses only. @default false */
  readonly internal?: boolean;
  /** IPv4 networks that may reach the listeners: 1 to 30, each once. @default ["0.0.0.0/0"] */
  readonly allowedCidrs?: readonly string[];
  /** Certificate or domain of listener 443; listener 80 then redirects to it. @default HTTP only */
  readonly https?: HttpsSettings;
  /** True: AWS refuses to delete the load balancer. @default false */
  readonly deletionProtection?: boolean;
  /** Access logs in a bucket of their own; `retentionDays` 1 to 3650. @default no access logs */
  readonly accessLogs?: { readonly retentionDays: number };
  /** Flow logs of the VPC in CloudWatch; `retentionDays` one of CloudWatch's steps. @default no flow logs */
  readonly flowLogs?: { readonly retentionDays: number };
  /** Seconds after which a silent connection is closed: 1 to 4000. @default 60 */
  readonly idleTimeoutSeconds?: number;
  /**
   * Seconds that requests in flight get when a target leaves: 0 to 3600. Requests that last longer end in 502.
   * @default 30
   */
  readonly deregistrationDelaySeconds?: number;
  /** True: instance metrics every minute instead of every five; costs extra. @default false */
  readonly detailedMonitoring?: boolean;
  /** True: nobody terminates the instances by hand; Terraform lifts it by itself. @default false */
  readonly instanceTerminationProtection?: boolean;
  /**
   * True: the environment is about to be destroyed. Deletion and termination protection are off whatever the
   * other keys say: deploy once with it, then destroy.
   * @default false
   */
  readonly retiring?: boolean;
  /** Health check of every target group. @default every key at its own default */
  readonly healthCheck?: HealthCheckSettings;
  /** The services behind the load balancer: 1 to 60. */
  readonly services: readonly ServiceSettings[];
  /** Where the Terraform state is kept. @default a file in this directory */
  readonly stateBucket?: StateBucketSettings;
  /** Tags on everything besides Project, Environment and ManagedBy, which are always added: at most 40. @default {} */
  readonly tags?: Readonly<Record<string, string>>;
}

type Complete<T, Defaulted extends keyof T> = Omit<T, Defaulted> & Required<Pick<T, Defaulted>>;

/** A service with every default filled in. */
export type EnvironmentService = Complete<
  ServiceSettings,
  "instances" | "port" | "instanceType" | "architecture"
>;

/** An environment that was checked, with every default filled in: what a stack is built from. */
export type Environment = Omit<
  Complete<
    EnvironmentSettings,
    | "region"
    | "vpcCidr"
    | "privateInstances"
    | "natGateways"
    | "internal"
    | "allowedCidrs"
    | "deletionProtection"
    | "idleTimeoutSeconds"
    | "deregistrationDelaySeconds"
    | "detailedMonitoring"
    | "instanceTerminationProtection"
    | "retiring"
    | "tags"
  >,
  "healthCheck" | "services"
> & {
  readonly healthCheck: Required<HealthCheckSettings>;
  readonly services: readonly EnvironmentService[];
};

/** Declares an environment. Nothing is checked here: all problems of all environments are reported together. */
export function defineEnvironment(settings: EnvironmentSettings): EnvironmentSettings {
  return settings;
}

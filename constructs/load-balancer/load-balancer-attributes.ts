import type { LbConfig } from "@cdktf/provider-aws/lib/lb";
import type { ITerraformDependable } from "cdktf";
import type { PropChecks } from "../checks/prop-checks";
import { filledText, flag, matching, oneOf, required, whole } from "../checks/prop-kinds";
import { DEPENDABLES, objectOf, type Shape } from "../checks/prop-shapes";
import { isToken } from "../checks/values";
import { literal } from "../terraform/literal";

/** A bucket that the load balancer may write to. */
export interface LogDestination {
  readonly bucketName: string;
  /** Folder in the bucket, without `AWSLogs`, which AWS adds. @default none */
  readonly prefix?: string;
  /** What must exist before logs can be written, such as the bucket's policy. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Attributes of a load balancer that AWS lets one change at any time. Where AWS's own default is lax, the
 * default here is the one that security scanners ask for.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
 */
export interface LoadBalancerAttributes {
  /** Seconds without a byte after which a connection is closed, 1 to 4000. Servers must keep theirs longer. @default 60 */
  readonly idleTimeoutSeconds?: number;
  /** Seconds that a client's connection lives in all, 60 to 604800. @default 3600 */
  readonly clientKeepAliveSeconds?: number;
  /** How requests that could be read in two ways are treated; `monitor` lets all pass. @default "defensive" */
  readonly desyncMitigationMode?: "monitor" | "defensive" | "strictest";
  /** Removes request headers whose names hold other than letters, digits and hyphens. @default true (AWS: false) */
  readonly dropInvalidHeaderFields?: boolean;
  /** Passes the Host header on as it came. @default false */
  readonly preserveHostHeader?: boolean;
  /** Tells targets the TLS version and cipher in headers. @default false */
  readonly tlsVersionAndCipherSuiteHeaders?: boolean;
  /** Adds the client's port to X-Forwarded-For; only with mode `append`. @default false */
  readonly xffClientPort?: boolean;
  /** What is done with X-Forwarded-For. @default "append" */
  readonly xffHeaderProcessingMode?: "append" | "preserve" | "remove";
  /** HTTP/2 on HTTPS listeners. @default true */
  readonly http2?: boolean;
  /** Lets requests pass when the web application firewall cannot be asked. @default false */
  readonly wafFailOpen?: boolean;
  /** Lets a zonal shift move traffic away from a zone. @default false */
  readonly zonalShift?: boolean;
  /** Refuses to be deleted, by Terraform too, until this is false again. @default false */
  readonly deletionProtection?: boolean;
  /** @default no access logs */
  readonly accessLogs?: LogDestination;
  /** @default no connection logs */
  readonly connectionLogs?: LogDestination;
}

/** A folder in a log bucket. */
export const LOG_PREFIX = matching(
  /^(?!.*AWSLogs)(?!\/)(?!.*\/$).{1,512}$/,
  'a folder without "AWSLogs" and without slashes at its ends',
  "log-prefix-refused",
  "AWS adds AWSLogs itself",
);

const LOGS: Shape<LogDestination> = {
  bucketName: required(filledText("log-bucket-missing", "name a bucket or give no logs")),
  prefix: LOG_PREFIX,
  dependsOn: DEPENDABLES,
};

/** What each attribute of a load balancer must be. */
export const LOAD_BALANCER_ATTRIBUTES: Shape<LoadBalancerAttributes> = {
  idleTimeoutSeconds: whole(1, 4000, "idle-timeout-out-of-range"),
  clientKeepAliveSeconds: whole(60, 604800, "client-keep-alive-out-of-range"),
  desyncMitigationMode: oneOf(["monitor", "defensive", "strictest"], "desync-mode-unknown"),
  dropInvalidHeaderFields: flag,
  preserveHostHeader: flag,
  tlsVersionAndCipherSuiteHeaders: flag,
  xffClientPort: flag,
  xffHeaderProcessingMode: oneOf(["append", "preserve", "remove"], "xff-mode-unknown"),
  http2: flag,
  wafFailOpen: flag,
  zonalShift: flag,
  deletionProtection: flag,
  accessLogs: objectOf(LOGS),
  connectionLogs: objectOf(LOGS),
};

/** Reports attributes that exclude each other. */
export function checkLoadBalancerAttributes(check: PropChecks, given: LoadBalancerAttributes): void {
  const mode = given.xffHeaderProcessingMode ?? "append";
  if (given.xffClientPort !== true || mode === "append" || isToken(mode)) return;
  check.refuse(
    "xff-port-needs-append",
    `xffClientPort must be false with mode ${mode}, got true; use append or drop it`,
  );
}

/** The attributes as arguments of `aws_lb`, defaults written out; log blocks only where there are logs. */
export function renderLoadBalancerAttributes(given: LoadBalancerAttributes): Partial<LbConfig> {
  return {
    idleTimeout: given.idleTimeoutSeconds ?? 60,
    clientKeepAlive: given.clientKeepAliveSeconds ?? 3600,
    desyncMitigationMode: given.desyncMitigationMode ?? "defensive",
    dropInvalidHeaderFields: given.dropInvalidHeaderFields ?? true,
    preserveHostHeader: given.preserveHostHeader ?? false,
    enableTlsVersionAndCipherSuiteHeaders: given.tlsVersionAndCipherSuiteHeaders ?? false,
    enableXffClientPort: given.xffClientPort ?? false,
    xffHeaderProcessingMode: given.xffHeaderProcessingMode ?? "append",
    enableHttp2: given.http2 ?? true,
    enableWafFailOpen: given.wafFailOpen ?? false,
    enableZonalShift: given.zonalShift ?? false,
    enableDeletionProtection: given.deletionProtection ?? false,
    accessLogs: renderLogs(given.accessLogs),
    connectionLogs: renderLogs(given.connectionLogs),
  };
}

function renderLogs(logs: LogDestination | undefined): LbConfig["accessLogs"] {
  return logs && { bucket: logs.bucketName, prefix: logs.prefix && literal(logs.prefix), enabled: true };
}

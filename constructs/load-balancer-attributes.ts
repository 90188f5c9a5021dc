import type { LbConfig } from "@cdktf/provider-aws/lib/lb";
import type { ITerraformDependable } from "cdktf";
import { literal } from "./literal";
import type { PropChecks } from "./prop-checks";

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

/** Reports values that AWS would refuse and the provider lets through. */
export function checkLoadBalancerAttributes(check: PropChecks, given: LoadBalancerAttributes): void {
  check.wholeNumber("idleTimeoutSeconds", given.idleTimeoutSeconds, {
    min: 1,
    max: 4000,
    id: "idle-timeout-out-of-range",
  });
  const keepAlive = { min: 60, max: 604800, id: "client-keep-alive-out-of-range" };
  check.wholeNumber("clientKeepAliveSeconds", given.clientKeepAliveSeconds, keepAlive);
  const desync = ["monitor", "defensive", "strictest"];
  check.oneOf("desyncMitigationMode", given.desyncMitigationMode, desync, "desync-mode-unknown");
  const modes = ["append", "preserve", "remove"];
  check.oneOf("xffHeaderProcessingMode", given.xffHeaderProcessingMode, modes, "xff-mode-unknown");
  const mode = given.xffHeaderProcessingMode ?? "append";
  if (given.xffClientPort === true && mode !== "append") {
    check.refuse(
      "xff-port-needs-append",
      `xffClientPort must be false with mode ${mode}, got true; use append or drop it`,
    );
  }
  for (const prop of ["accessLogs", "connectionLogs"] as const) checkLogs(check, prop, given[prop]);
}

function checkLogs(check: PropChecks, prop: string, logs: LogDestination | undefined): void {
  if (!logs) return;
  check.text(
    `${prop}.bucketName`,
    logs.bucketName,
    "log-bucket-missing",
    `name a bucket or leave ${prop} out`,
  );
  const rule = 'a folder without "AWSLogs" and without slashes at its ends';
  const prefix = /^(?!.*AWSLogs)(?!\/)(?!.*\/$).{1,512}$/;
  check.matches(`${prop}.prefix`, logs.prefix, prefix, rule, "log-prefix-refused", "AWS adds AWSLogs itself");
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

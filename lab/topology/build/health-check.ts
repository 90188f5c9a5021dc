import { isUnknown, type Knowable, unknown } from "../known";
import type { HealthCheck } from "../model/target-group";
import type { Fields } from "./fields";

/** What the defaults of a health check depend on. */
interface Checked {
  readonly targetType: Knowable<string>;
  readonly protocol: Knowable<string> | undefined;
  readonly protocolVersion: Knowable<string>;
}

/** The defaults of AWS, which count where the provider sends nothing (H1-H9). */
interface Defaults {
  readonly protocol: Knowable<string>;
  readonly path: Knowable<string>;
  readonly timeoutSeconds: Knowable<number>;
  readonly matcher: Knowable<string>;
  /** Without a block the provider sends nothing at all; with one it sends values of its own (TF28, TF29). */
  readonly withoutBlock: {
    readonly enabled: Knowable<boolean>;
    readonly intervalSeconds: Knowable<number>;
  };
}

export function buildHealthCheck(group: Fields, checked: Checked): HealthCheck {
  const block = group.blockIfSet("health_check");
  if (isUnknown(block)) return sameEverywhere(block);
  const defaults = defaultsFor(checked);
  const orWithout = <T>(provider: T, aws: Knowable<T>) => (block ? provider : aws);
  return {
    enabled: group.flag("health_check.enabled", orWithout(true, defaults.withoutBlock.enabled)),
    protocol: group.text("health_check.protocol", orWithout("HTTP", defaults.protocol)),
    port: group.numberOr("traffic-port", "health_check.port", "traffic-port"),
    path: group.text("health_check.path", defaults.path),
    intervalSeconds: group.number(
      "health_check.interval",
      orWithout(30, defaults.withoutBlock.intervalSeconds),
    ),
    timeoutSeconds: group.number("health_check.timeout", defaults.timeoutSeconds),
    healthyThreshold: group.number("health_check.healthy_threshold", orWithout(3, 5)),
    unhealthyThreshold: group.number("health_check.unhealthy_threshold", orWithout(3, 2)),
    matcher: group.text("health_check.matcher", defaults.matcher),
  };
}

function defaultsFor({ targetType, protocol, protocolVersion }: Checked): Defaults {
  if (isUnknown(targetType)) return unknownDefaults(`depends on target_type: ${targetType.unknown}`);
  if (targetType === "lambda")
    return {
      protocol: "HTTP",
      path: "/",
      timeoutSeconds: 30,
      matcher: "200",
      withoutBlock: { enabled: false, intervalSeconds: 35 },
    };
  if (isUnknown(protocol)) return unknownDefaults(`depends on protocol: ${protocol.unknown}`);
  if (targetType === "alb" || !/^HTTPS?$/.test(protocol ?? ""))
    return unknownDefaults("not set, and this is not the target group of an application load balancer");
  return {
    protocol: "HTTP",
    path: byVersion(protocolVersion, "/", "/AWS.ALB/healthcheck"),
    timeoutSeconds: 5,
    matcher: byVersion(protocolVersion, "200", "12"),
    withoutBlock: { enabled: true, intervalSeconds: 30 },
  };
}

function byVersion(version: Knowable<string>, http: string, grpc: string): Knowable<string> {
  if (isUnknown(version)) return unknown(`depends on protocol_version: ${version.unknown}`);
  return version === "GRPC" ? grpc : http;
}

function unknownDefaults(reason: string): Defaults {
  const value = unknown(reason);
  return {
    protocol: value,
    path: value,
    timeoutSeconds: value,
    matcher: value,
    withoutBlock: { enabled: value, intervalSeconds: value },
  };
}

function sameEverywhere(reason: { readonly unknown: string }): HealthCheck {
  return {
    enabled: reason,
    protocol: reason,
    port: reason,
    path: reason,
    intervalSeconds: reason,
    timeoutSeconds: reason,
    healthyThreshold: reason,
    unhealthyThreshold: reason,
    matcher: reason,
  };
}

import type { AlbWithTargetGroup } from "../alb-with-target-group";
import { PropChecks } from "../checks/prop-checks";
import { isToken, show } from "../checks/values";
import type { HealthCheckedTargetGroup } from "../health-checked-target-group";
import { matcherIncludes } from "../targets/health-check";
import type { InstanceSecurityGroup } from "./instance-security-group";

/**
 * Reports what a target group asks of its targets and an Express server does not do: it speaks plain HTTP/1.1,
 * is registered by its instance id, and answers health checks with 200. Reported once, at the group, however
 * many instances have it.
 */
export function checkGroupServed(group: HealthCheckedTargetGroup): void {
  const { protocol, protocolVersion, targetType, healthCheck } = group;
  const check = new PropChecks(group, () => group.resource);
  const must = (prop: string, wanted: string, got: string) => {
    if (isToken(got) || got === wanted) return;
    const rule = `${prop} must be ${wanted} in a target group of Express servers, got ${show(got)}`;
    check.refuse("target-group-not-served", `${rule}; leave it out`);
  };
  must("protocol", "HTTP", protocol);
  must("protocolVersion", "HTTP1", protocolVersion);
  must("targetType", "instance", targetType);
  if (healthCheck.protocol !== protocol) must("healthCheck.protocol", "HTTP", healthCheck.protocol);
  if (protocolVersion === "GRPC" || isToken(healthCheck.matcher)) return;
  if (matcherIncludes(healthCheck.matcher, 200)) return;
  const got = show(healthCheck.matcher);
  const rule = `healthCheck.matcher must include 200 in a target group of Express servers, got ${got}`;
  check.refuse("target-group-not-served", `${rule}; add 200`);
}

/** True when the instances of a target group can stand in a security group that was given; reports why not. */
export function isAdmitting(
  check: PropChecks,
  securityGroup: InstanceSecurityGroup,
  alb: AlbWithTargetGroup,
  group: HealthCheckedTargetGroup,
): boolean {
  if (securityGroup.alb !== alb) {
    const rule = `securityGroup must be of ${alb.node.path}, got one of ${securityGroup.alb.node.path}`;
    check.refuse("security-group-of-another-alb", `${rule}; make one for ${alb.node.path}`);
    return false;
  }
  const { ports } = securityGroup;
  const needed = [...new Set([group.port, group.healthCheckPort])];
  const lacking = needed.filter((port) => !isToken(port) && !ports.includes(port));
  if (lacking.length === 0) return true;
  const rule = `securityGroup must admit port ${lacking.join(" and ")}, got ${ports.join(", ") || "none"}`;
  check.refuse("security-group-lacks-port", `${rule}; add it to the security group's ports`);
  return false;
}

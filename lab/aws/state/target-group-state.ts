import type { TargetHealthDescription } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { Attributes, SeenTargetGroup } from "../seen/seen";
import { type StateResource, unseen, type Values } from "./state-resource";

/** A target group and what is registered in it. A target that is draining is registered no more. */
export function targetGroupStates({ facts, attributes, health }: SeenTargetGroup): StateResource[] {
  const { TargetGroupArn, TargetGroupName = "" } = facts;
  const group: StateResource = {
    type: "aws_lb_target_group",
    label: TargetGroupName,
    values: {
      id: TargetGroupArn,
      arn: TargetGroupArn,
      name: TargetGroupName,
      target_type: facts.TargetType,
      port: facts.Port,
      protocol: facts.Protocol,
      protocol_version: facts.ProtocolVersion,
      vpc_id: facts.VpcId,
      health_check: [healthCheckState(facts)],
      ...attributeState(attributes ?? {}),
    },
    ...unseen({
      DescribeTargetGroups: facts.TargetType,
      DescribeTargetGroupAttributes: attributes,
      DescribeTargetHealth: health,
    }),
  };
  const registered = (health ?? []).filter(({ TargetHealth }) => !LEFT.has(TargetHealth?.Reason ?? ""));
  return [group, ...registered.map((target) => attachmentState(TargetGroupArn, TargetGroupName, target))];
}

const LEFT: ReadonlySet<string> = new Set(["Target.DeregistrationInProgress", "Target.NotRegistered"]);

function healthCheckState(facts: SeenTargetGroup["facts"]): Values {
  return {
    enabled: facts.HealthCheckEnabled,
    protocol: facts.HealthCheckProtocol,
    port: facts.HealthCheckPort,
    path: facts.HealthCheckPath,
    interval: facts.HealthCheckIntervalSeconds,
    timeout: facts.HealthCheckTimeoutSeconds,
    healthy_threshold: facts.HealthyThresholdCount,
    unhealthy_threshold: facts.UnhealthyThresholdCount,
    matcher: facts.Matcher?.HttpCode ?? facts.Matcher?.GrpcCode,
  };
}

function attributeState(attributes: Attributes): Values {
  const cookie = attributes["stickiness.type"] === "app_cookie" ? "app_cookie" : "lb_cookie";
  return {
    deregistration_delay: attributes["deregistration_delay.timeout_seconds"],
    slow_start: attributes["slow_start.duration_seconds"],
    load_balancing_algorithm_type: attributes["load_balancing.algorithm.type"],
    load_balancing_anomaly_mitigation: attributes["load_balancing.algorithm.anomaly_mitigation"],
    load_balancing_cross_zone_enabled: attributes["load_balancing.cross_zone.enabled"],
    lambda_multi_value_headers_enabled: attributes["lambda.multi_value_headers.enabled"],
    stickiness: [
      {
        enabled: attributes["stickiness.enabled"] ?? "false",
        type: attributes["stickiness.type"],
        cookie_duration: attributes[`stickiness.${cookie}.duration_seconds`],
        cookie_name: attributes["stickiness.app_cookie.cookie_name"],
      },
    ],
    target_group_health: [
      {
        dns_failover: [thresholdState(attributes, "dns_failover")],
        unhealthy_state_routing: [thresholdState(attributes, "unhealthy_state_routing")],
      },
    ],
  };
}

function thresholdState(attributes: Attributes, name: string): Values {
  const key = `target_group_health.${name}.minimum_healthy_targets`;
  return {
    minimum_healthy_targets_count: attributes[`${key}.count`],
    minimum_healthy_targets_percentage: attributes[`${key}.percentage`],
  };
}

function attachmentState(
  target_group_arn: string | undefined,
  group: string,
  { Target }: TargetHealthDescription,
): StateResource {
  const { Id = "", Port, AvailabilityZone } = Target ?? {};
  return {
    type: "aws_lb_target_group_attachment",
    label: `${group}_${Id}${Port === undefined ? "" : `_${Port}`}`,
    values: {
      id: `${target_group_arn}-${Id}-${Port}`,
      target_group_arn,
      target_id: Id,
      port: Port,
      availability_zone: AvailabilityZone,
    },
  };
}

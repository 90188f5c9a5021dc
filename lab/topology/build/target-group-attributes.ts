import { isUnknown, type Knowable } from "../known";
import type { Stickiness, TargetGroupAttributes, Threshold } from "../model/target-group";
import type { TopologySource } from "../model/topology";
import type { Fields } from "./fields";

export function buildTargetGroupAttributes(
  fields: Fields,
  source: TopologySource["kind"],
): TargetGroupAttributes {
  const isWritten = source === "synth";
  return {
    deregistrationDelaySeconds: fields.number("deregistration_delay", 300),
    slowStartSeconds: fields.number("slow_start", 0),
    algorithm: fields.text("load_balancing_algorithm_type", "round_robin"),
    anomalyMitigation: fields.text("load_balancing_anomaly_mitigation", "off"),
    crossZone: fields.text("load_balancing_cross_zone_enabled", "use_load_balancer_configuration"),
    stickiness: buildStickiness(fields),
    dnsFailover: buildThreshold(fields, "dns_failover", isWritten ? "off" : 1),
    unhealthyStateRouting: buildThreshold(fields, "unhealthy_state_routing", 1),
    lambdaMultiValueHeaders: fields.flag("lambda_multi_value_headers_enabled", false),
  };
}

function buildStickiness(fields: Fields): Stickiness {
  const block = fields.blockIfSet("stickiness");
  if (isUnknown(block)) return { enabled: block, type: block, durationSeconds: block };
  // The provider switches it on where the block is there and says nothing (TF31).
  const enabled = fields.flag("stickiness.enabled", block !== undefined);
  const duration = fields.number("stickiness.cookie_duration", 86_400);
  const cookieName = fields.textIfSet("stickiness.cookie_name");
  return {
    enabled,
    type: fields.text("stickiness.type", "lb_cookie"),
    // A state says 0 where it is off.
    durationSeconds: enabled === false && duration === 0 ? 86_400 : duration,
    ...(cookieName === undefined ? {} : { cookieName }),
  };
}

/**
 * Without its block AWS counts to one; with a block that gives no count the provider sends its own default (X6). A plan
 * holds that default, and a state a block in any case.
 */
function buildThreshold(
  fields: Fields,
  name: "dns_failover" | "unhealthy_state_routing",
  blockDefault: number | "off",
): Threshold {
  const path = `target_group_health.${name}`;
  const block = fields.blockIfSet(path);
  if (isUnknown(block)) return { count: block, percentage: block };
  const count: Knowable<number | "off"> = block ? blockDefault : 1;
  return {
    count: fields.numberOr("off", `${path}.minimum_healthy_targets_count`, count),
    percentage: fields.numberOr("off", `${path}.minimum_healthy_targets_percentage`, "off"),
  };
}

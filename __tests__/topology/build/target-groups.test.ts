import { at, only, type Resources, topologyOf, unknownFor } from "./declare";

const http = { port: 80, protocol: "HTTP", vpc_id: "vpc-1" };

function group(values: object, others: Resources = {}) {
  return only(topologyOf({ aws_lb_target_group: { a: values }, ...others }).targetGroups);
}

describe("a target group", () => {
  it("that says what it must is for instances over HTTP/1.1 [TF21]", () => {
    expect(group(http)).toMatchObject({
      address: "aws_lb_target_group.a",
      type: "aws_lb_target_group",
      targetType: "instance",
      port: 80,
      protocol: "HTTP",
      protocolVersion: "HTTP1",
      vpc: { external: "vpc-1" },
    });
    expect(group(http).name).toEqual(unknownFor("at apply"));
  });

  it("has every attribute's default [N60, N61, N62, N63, N64, N65, N66, N68, N69, N69b, TF25, TF26, TF33, H74]", () => {
    expect(group(http).attributes).toEqual({
      deregistrationDelaySeconds: 300,
      slowStartSeconds: 0,
      algorithm: "round_robin",
      anomalyMitigation: "off",
      crossZone: "use_load_balancer_configuration",
      stickiness: { enabled: false, type: "lb_cookie", durationSeconds: 86_400 },
      dnsFailover: { count: 1, percentage: "off" },
      unhealthyStateRouting: { count: 1, percentage: "off" },
      lambdaMultiValueHeaders: false,
    });
  });

  it("has the attributes that are set, numbers also as text", () => {
    const { name, vpc, protocolVersion, attributes } = group(
      {
        ...http,
        name: "shop",
        vpc_id: "${aws_vpc.main.id}",
        protocol_version: "GRPC",
        deregistration_delay: "30",
        slow_start: 60,
        load_balancing_algorithm_type: "weighted_random",
        load_balancing_anomaly_mitigation: "on",
        load_balancing_cross_zone_enabled: false,
        stickiness: { type: "app_cookie", cookie_name: "SESSION", cookie_duration: 60, enabled: true },
        lambda_multi_value_headers_enabled: true,
      },
      { aws_vpc: { main: {} } },
    );
    expect({ name, vpc, protocolVersion }).toEqual({
      name: "shop",
      vpc: { address: "aws_vpc.main" },
      protocolVersion: "GRPC",
    });
    expect(attributes).toMatchObject({
      deregistrationDelaySeconds: 30,
      slowStartSeconds: 60,
      algorithm: "weighted_random",
      anomalyMitigation: "on",
      crossZone: "false",
      stickiness: { enabled: true, type: "app_cookie", cookieName: "SESSION", durationSeconds: 60 }, // N67
      lambdaMultiValueHeaders: true,
    });
  });

  it("is sticky as soon as there is a stickiness block that does not deny it [TF31]", () => {
    const sticky = (stickiness: object) => group({ ...http, stickiness }).attributes.stickiness;
    expect(sticky([{ type: "lb_cookie" }]).enabled).toBe(true);
    expect(sticky({ type: "lb_cookie", enabled: false }).enabled).toBe(false);
    expect(sticky({ type: "lb_cookie", enabled: "${var.sticky}" }).enabled).toEqual(unknownFor("var.sticky"));
  });

  it("has other thresholds once their blocks are there [TF32]", () => {
    const thresholds = (target_group_health: object) => {
      const { dnsFailover, unhealthyStateRouting } = group({ ...http, target_group_health }).attributes;
      return [dnsFailover, unhealthyStateRouting];
    };
    expect(thresholds({ dns_failover: {}, unhealthy_state_routing: [{}] })).toEqual([
      { count: "off", percentage: "off" },
      { count: 1, percentage: "off" },
    ]);
    const half = { minimum_healthy_targets_percentage: "50" };
    expect(thresholds([{ unhealthy_state_routing: [half] }])).toEqual([
      { count: 1, percentage: "off" },
      { count: 1, percentage: 50 },
    ]);
    expect(thresholds({ dns_failover: { minimum_healthy_targets_count: "2" } })[0]).toEqual({
      count: 2,
      percentage: "off",
    });
    expect(thresholds({ dns_failover: { minimum_healthy_targets_count: "all" } })[0]?.count).toEqual({
      unknown: 'must be a number, got "all"',
    });
  });

  it("for lambda functions has neither port nor protocol [TF22]", () => {
    const lambda = group({ target_type: "lambda" });
    expect(lambda.targetType).toBe("lambda");
    expect(lambda).not.toHaveProperty("port");
    expect(lambda).not.toHaveProperty("protocol");
    expect(lambda).not.toHaveProperty("vpc");
  });

  it("for anything else has an unknown port and protocol where they are missing", () => {
    expect(group({}).port).toEqual({ unknown: "port is not set" });
    expect(group({}).protocol).toEqual({ unknown: "protocol is not set" });
  });

  it("says what is unknown, and why", () => {
    const { port, vpc, attributes } = group(
      {
        ...http,
        port: "${var.port}",
        vpc_id: "${aws_subnet.a.id}",
        stickiness: "${var.stickiness}",
        target_group_health: "${var.health}",
      },
      { aws_subnet: { a: {} } },
    );
    expect(port).toEqual(unknownFor("var.port"));
    expect(vpc).toEqual({ unknown: "points at aws_subnet.a, which is not a vpc" });
    expect(attributes.stickiness.enabled).toEqual(unknownFor("var.stickiness"));
    expect(attributes.dnsFailover.count).toEqual(unknownFor("var.health"));
    expect(attributes.unhealthyStateRouting.percentage).toEqual(unknownFor("var.health"));
  });

  it("is read under its old name too", () => {
    const topology = topologyOf({ aws_alb_target_group: { old: http } });
    expect(at(topology.targetGroups, "aws_alb_target_group.old").port).toBe(80);
  });
});

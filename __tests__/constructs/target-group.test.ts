import type { TerraformStack } from "cdktf";
import { HealthCheckedTargetGroup, type HealthCheckedTargetGroupProps } from "../../constructs";
import { emptyStack, problemIdsIn, synthesize } from "../support/synthesize";
import { isCreatedFirst, valueAt } from "../support/synthesized-stack";

const vpcId = "vpc-0123456789abcdef0";

function declare(stack: TerraformStack, props: Partial<HealthCheckedTargetGroupProps> = {}) {
  return new HealthCheckedTargetGroup(stack, "targets", { vpcId, ...props });
}

function groupOf(props: Partial<HealthCheckedTargetGroupProps> = {}) {
  return synthesize((stack) => declare(stack, props)).only("aws_lb_target_group");
}

test("a target group says port 3000, protocol HTTP and type instance unless told otherwise", () => {
  expect(groupOf().fields).toMatchObject({
    port: 3000,
    protocol: "HTTP",
    protocol_version: "HTTP1",
    target_type: "instance",
    vpc_id: vpcId,
  });
});

// H1-H9: the defaults of the API, of the provider and of the console differ
test("every health-check value is written out, with path /health on the traffic port", () => {
  expect(groupOf().fields.health_check).toEqual({
    enabled: true,
    path: "/health",
    port: "traffic-port",
    protocol: "HTTP",
    interval: 30,
    timeout: 5,
    healthy_threshold: 5,
    unhealthy_threshold: 2,
    matcher: "200",
  });
});

test("every health-check value can be set", () => {
  const healthCheck = {
    path: "/ready?deep=1",
    port: 3001,
    protocol: "HTTPS",
    intervalSeconds: 10,
    timeoutSeconds: 4,
    healthyThreshold: 3,
    unhealthyThreshold: 7,
    matcher: "200,204-299",
  } as const;
  expect(groupOf({ healthCheck }).fields.health_check).toEqual({
    enabled: true,
    path: "/ready?deep=1",
    port: "3001",
    protocol: "HTTPS",
    interval: 10,
    timeout: 4,
    healthy_threshold: 3,
    unhealthy_threshold: 7,
    matcher: "200,204-299",
  });
});

test("a gRPC group is asked for its own health path and code", () => {
  expect(groupOf({ protocolVersion: "GRPC" }).fields.health_check).toMatchObject({
    path: "/AWS.ALB/healthcheck",
    matcher: "12",
  });
});

// G32: neither the provider nor a plan checks it
test.each([{ intervalSeconds: 10, timeoutSeconds: 10 }, { intervalSeconds: 5 }, { timeoutSeconds: 30 }])(
  "an interval that does not exceed the timeout is refused: %j",
  (healthCheck) => {
    expect(problemIdsIn((stack) => declare(stack, { healthCheck }))).toEqual([
      "health-timeout-not-below-interval",
    ]);
  },
);

// N60-N69
test("every attribute is written out with a default of its own", () => {
  expect(groupOf().fields).toMatchObject({
    deregistration_delay: "30",
    load_balancing_algorithm_type: "round_robin",
    load_balancing_anomaly_mitigation: "off",
    load_balancing_cross_zone_enabled: "use_load_balancer_configuration",
    slow_start: 0,
    stickiness: { enabled: false, type: "lb_cookie", cookie_duration: 86400 },
  });
});

const attributes: [string, Partial<HealthCheckedTargetGroupProps>, Record<string, unknown>][] = [
  ["deregistration delay", { deregistrationDelaySeconds: 0 }, { deregistration_delay: "0" }], // N60
  [
    "least outstanding requests",
    { algorithm: "least_outstanding_requests" },
    { load_balancing_algorithm_type: "least_outstanding_requests" },
  ], // N61
  [
    "weighted random with anomaly mitigation",
    { algorithm: "weighted_random", anomalyMitigation: true },
    { load_balancing_algorithm_type: "weighted_random", load_balancing_anomaly_mitigation: "on" },
  ], // N61, N62
  ["cross-zone off", { crossZone: "false" }, { load_balancing_cross_zone_enabled: "false" }], // N63
  ["slow start", { slowStartSeconds: 30 }, { slow_start: 30 }], // N64
  [
    "stickiness by the load balancer's cookie",
    { stickiness: { type: "lb_cookie", durationSeconds: 60 } },
    { stickiness: { enabled: true, type: "lb_cookie", cookie_duration: 60 } },
  ], // N65, N66
  [
    "stickiness by the application's cookie",
    { stickiness: { type: "app_cookie", cookieName: "SESSION" } },
    { stickiness: { enabled: true, type: "app_cookie", cookie_duration: 86400, cookie_name: "SESSION" } },
  ], // N65, N67
  [
    "target group health",
    {
      targetGroupHealth: {
        dnsFailover: { count: 2, percentage: 50 },
        unhealthyStateRouting: { count: 1, percentage: 20 },
      },
    },
    {
      target_group_health: {
        dns_failover: { minimum_healthy_targets_count: "2", minimum_healthy_targets_percentage: "50" },
        unhealthy_state_routing: {
          minimum_healthy_targets_count: 1,
          minimum_healthy_targets_percentage: "20",
        },
      },
    },
  ], // N68, N69
  [
    "target group health switched off where it can be",
    { targetGroupHealth: { dnsFailover: { count: "off", percentage: "off" } } },
    {
      target_group_health: {
        dns_failover: { minimum_healthy_targets_count: "off", minimum_healthy_targets_percentage: "off" },
        unhealthy_state_routing: {
          minimum_healthy_targets_count: 1,
          minimum_healthy_targets_percentage: "off",
        },
      },
    },
  ], // N68, N69
];
test.each(attributes)("the attribute can be set: %s", (_, props, expected) => {
  expect(groupOf(props).fields).toMatchObject(expected);
});

test("a target group without thresholds writes no target_group_health", () => {
  expect(groupOf().fields.target_group_health).toBeUndefined();
});

// G1: deleting a group that a listener uses fails, so the new one comes first
test("a target group is created before the one it replaces is destroyed", () => {
  expect(isCreatedFirst(groupOf())).toBe(true);
});

const replacements: [string, Partial<HealthCheckedTargetGroupProps>][] = [
  ["port", { port: 3001 }],
  ["protocol", { protocol: "HTTPS" }],
  ["protocol version", { protocolVersion: "HTTP2" }],
  ["target type", { targetType: "ip" }],
  ["VPC", { vpcId: "vpc-0fedcba9876543210" }],
];
// G1, G2: two groups stand side by side during the replacement, and names are unique
test.each(replacements)("another %s gives another name", (_, props) => {
  expect(groupOf(props).fields.name).not.toBe(groupOf().fields.name);
});

// G2
test("equal inputs give an equal name, and what changes in place does not change it", () => {
  const name = groupOf().fields.name;
  expect(groupOf().fields.name).toBe(name);
  expect(groupOf({ deregistrationDelaySeconds: 5 }).fields.name).toBe(name);
  expect(groupOf({ healthCheck: { path: "/ready", intervalSeconds: 60 } }).fields.name).toBe(name);
  expect(groupOf({ stickiness: { type: "lb_cookie" } }).fields.name).toBe(name);
});

test("a registration is keyed by its target, so that another before it changes nothing", () => {
  const register = (keys: string[]) =>
    synthesize((stack) => {
      const group = declare(stack);
      for (const targetKey of keys) group.register({ targetKey, targetId: `i-${targetKey}` });
    });
  const one = register(["Server-2"]);
  const both = register(["Server-1", "Server-2"]);
  const attachment = one.only("aws_lb_target_group_attachment");
  expect(both.find(attachment.address)?.fields).toEqual(attachment.fields);
  expect(attachment.fields).toMatchObject({ target_id: "i-Server-2", port: 3000 });
  expect(one.resolve(attachment.fields.target_group_arn)).toBe(one.only("aws_lb_target_group"));
});

test("a registration may use a port of its own", () => {
  const stack = synthesize((scope) => {
    declare(scope).register({ targetKey: "one", targetId: "i-1" }, { port: 3007 });
  });
  expect(stack.only("aws_lb_target_group_attachment").fields.port).toBe(3007);
});

// G4: an attachment that is created first would register an instance that is about to go
test("registrations carry no lifecycle of their own", () => {
  const stack = synthesize((scope) => {
    declare(scope).register({ targetKey: "one", targetId: "i-1" });
  });
  expect(stack.only("aws_lb_target_group_attachment").fields.lifecycle).toBeUndefined();
});

test("the health-check port is the traffic port until it has one of its own", () => {
  const stack = emptyStack();
  const plain = new HealthCheckedTargetGroup(stack, "plain", { vpcId, port: 8080 });
  const apart = new HealthCheckedTargetGroup(stack, "apart", { vpcId, healthCheck: { port: 9000 } });
  expect([plain.port, plain.healthCheckPort]).toEqual([8080, 8080]);
  expect([apart.port, apart.healthCheckPort]).toEqual([3000, 9000]);
});

test("a name stem replaces the construct's path at the start of the name", () => {
  expect(String(valueAt(groupOf({ nameStem: "Shop" }).fields, "name"))).toMatch(/^Shop-[0-9a-f]{8}$/);
});

import type { TerraformStack } from "cdktf";
import { HealthCheckedTargetGroup } from "../../../constructs";
import { type Case, vpcId } from "./cases";

const group = (props: object) => (stack: TerraformStack) =>
  void new HealthCheckedTargetGroup(stack, "targets", { vpcId, ...props });
const health = (healthCheck: object) => group({ healthCheck });
const at = (message: string) => `lab/targets: ${message}`;
const range = (prop: string, from: number, to: number, got: string) =>
  at(`${prop} must be a whole number from ${from} to ${to}, got ${got}; give a number in that range`);

/** What is refused on a target group, and how. Facts: B2, B35, B36, B39-B47, H1-H11, S5, S6, S10, N60-N69. */
export const targetGroupCases: readonly Case[] = [
  [
    "vpc-missing",
    at("vpcId must be a text that is not empty, got nothing; give the id of the VPC, such as network.vpcId"),
    group({ vpcId: undefined }),
  ],
  ["port-out-of-range", range("port", 1, 65535, "70000"), group({ port: 70000 })],
  ["port-out-of-range", range("port", 1, 65535, '"80"'), group({ port: "80" })],
  ["port-out-of-range", range("port", 1, 65535, "NaN"), group({ port: Number.NaN })],
  ["port-out-of-range", range("port", 1, 65535, "Infinity"), group({ port: Number.POSITIVE_INFINITY })],
  ["port-out-of-range", range("port", 1, 65535, "80.5"), group({ port: 80.5 })],
  ["port-out-of-range", range("port", 1, 65535, "0"), group({ port: -0 })],
  ["port-out-of-range", range("port", 1, 65535, "[3000]"), group({ port: [3000] })],
  [
    "protocol-unknown",
    at('protocol must be HTTP or HTTPS, got "TCP"; choose one of these'),
    group({ protocol: "TCP" }),
  ],
  [
    "protocol-version-unknown",
    at('protocolVersion must be HTTP1, HTTP2 or GRPC, got "http2"; choose one of these'),
    group({ protocolVersion: "http2" }),
  ],
  [
    "target-type-unknown",
    at('targetType must be instance or ip, got "lambda"; choose one of these'),
    group({ targetType: "lambda" }),
  ],
  [
    "name-stem-refused",
    at(
      `nameStem must be 1 to 23 letters, digits and single inner hyphens that do not start with internal-, got "${"a".repeat(24)}"; choose another; a hash is added`,
    ),
    group({ nameStem: "a".repeat(24) }),
  ],
  [
    "name-stem-refused",
    at(
      'nameStem must be 1 to 23 letters, digits and single inner hyphens that do not start with internal-, got "a--b"; choose another; a hash is added',
    ),
    group({ nameStem: "a--b" }),
  ],
  [
    "object-expected",
    at('healthCheck must be an object, got "/health"; write its props between braces'),
    group({ healthCheck: "/health" }),
  ],
  [
    "prop-unknown",
    at('props must hold known props only, got "helthCheck"; did you mean healthCheck'),
    group({ helthCheck: {} }),
  ],
  [
    "prop-unknown",
    at('healthCheck must hold known props only, got "interval"; remove it'),
    health({ interval: 5 }),
  ],
  [
    "prop-unknown",
    at('props must hold known props only, got "__proto__"; remove it'),
    group(JSON.parse('{"__proto__": 1}')),
  ],
  [
    "prop-unknown",
    at('props must hold known props only, got "constructor"; remove it'),
    group({ constructor: 1 }),
  ],
  [
    "props-expected",
    at('props must be an object, got "targets"; write them between braces'),
    (stack) => void new HealthCheckedTargetGroup(stack, "targets", "targets" as never),
  ],
  [
    "health-path-malformed",
    at(
      'healthCheck.path must be a path that starts with "/", at most 1024 visible characters and no spaces, got "health"; give the path that the server answers, such as /health',
    ),
    health({ path: "health" }),
  ],
  [
    "health-path-malformed",
    at(
      'healthCheck.path must be a path that starts with "/", at most 1024 visible characters and no spaces, got ""; give the path that the server answers, such as /health',
    ),
    health({ path: "" }),
  ],
  [
    "health-port-out-of-range",
    at(
      'healthCheck.port must be traffic-port or a whole number from 1 to 65535, got "http"; give a number in that range',
    ),
    health({ port: "http" }),
  ],
  [
    "health-protocol-unknown",
    at('healthCheck.protocol must be HTTP or HTTPS, got "TCP"; choose one of these'),
    health({ protocol: "TCP" }),
  ],
  [
    "health-interval-out-of-range",
    range("healthCheck.intervalSeconds", 5, 300, "4"),
    health({ intervalSeconds: 4 }),
  ],
  [
    "health-timeout-out-of-range",
    range("healthCheck.timeoutSeconds", 2, 120, "121"),
    health({ timeoutSeconds: 121, intervalSeconds: 200 }),
  ],
  [
    "health-threshold-out-of-range",
    range("healthCheck.healthyThreshold", 2, 10, "1"),
    health({ healthyThreshold: 1 }),
  ],
  [
    "health-threshold-out-of-range",
    range("healthCheck.unhealthyThreshold", 2, 10, "11"),
    health({ unhealthyThreshold: 11 }),
  ],
  [
    "health-timeout-not-below-interval",
    at(
      "healthCheck.timeoutSeconds must be less than intervalSeconds, got 10 and 10; lower the timeout or raise the interval",
    ),
    health({ timeoutSeconds: 10, intervalSeconds: 10 }),
  ],
  [
    "health-timeout-not-below-interval",
    at(
      "healthCheck.timeoutSeconds must be less than intervalSeconds, got 5 and 5; lower the timeout or raise the interval",
    ),
    health({ intervalSeconds: 5 }),
  ],
  [
    "health-matcher-malformed",
    at(
      'healthCheck.matcher must be codes within 200-499 such as "200", "200,202" or "200-499", got "500"; list the codes that mean healthy',
    ),
    health({ matcher: "500" }),
  ],
  [
    "text-expected",
    at("healthCheck.matcher must be a text, got 200; write it in quotes or leave it out"),
    health({ matcher: 200 }),
  ],
  [
    "deregistration-delay-out-of-range",
    range("deregistrationDelaySeconds", 0, 3600, "3601"),
    group({ deregistrationDelaySeconds: 3601 }),
  ],
  [
    "slow-start-out-of-range",
    at("slowStartSeconds must be 0 or a whole number from 30 to 900, got 10; give a number in that range"),
    group({ slowStartSeconds: 10 }),
  ],
  [
    "slow-start-needs-round-robin",
    at(
      "slowStartSeconds must be 0 with algorithm weighted_random, got 30; use round_robin or drop the slow start",
    ),
    group({ slowStartSeconds: 30, algorithm: "weighted_random" }),
  ],
  [
    "algorithm-unknown",
    at(
      'algorithm must be round_robin, least_outstanding_requests or weighted_random, got "random"; choose one of these',
    ),
    group({ algorithm: "random" }),
  ],
  [
    "anomaly-mitigation-needs-weighted-random",
    at("anomalyMitigation must be false with algorithm round_robin, got true; use weighted_random"),
    group({ anomalyMitigation: true }),
  ],
  [
    "flag-expected",
    at('anomalyMitigation must be true or false, got "on"; write it without quotes'),
    group({ anomalyMitigation: "on" }),
  ],
  [
    "cross-zone-unknown",
    at("crossZone must be true, false or use_load_balancer_configuration, got true; choose one of these"),
    group({ crossZone: true }),
  ],
  [
    "stickiness-type-unknown",
    at("stickiness.type must be lb_cookie or app_cookie, got nothing; choose one of these"),
    group({ stickiness: {} }),
  ],
  [
    "stickiness-duration-out-of-range",
    range("stickiness.durationSeconds", 1, 604800, "0"),
    group({ stickiness: { type: "lb_cookie", durationSeconds: 0 } }),
  ],
  [
    "stickiness-cookie-name-refused",
    at(
      'stickiness.cookieName must be a cookie name that does not start with AWSALB, got "AWSALBTG"; give the name of the application\'s own cookie',
    ),
    group({ stickiness: { type: "app_cookie", cookieName: "AWSALBTG" } }),
  ],
  [
    "stickiness-cookie-name-missing",
    at(
      "stickiness.cookieName must be given with app_cookie, got nothing; give the name of the application's own cookie",
    ),
    group({ stickiness: { type: "app_cookie" } }),
  ],
  [
    "stickiness-cookie-name-unused",
    at('stickiness.cookieName must be absent with lb_cookie, got "sid"; drop it or use app_cookie'),
    group({ stickiness: { type: "lb_cookie", cookieName: "sid" } }),
  ],
  [
    "stickiness-excludes-weighted-random",
    at(
      "stickiness must be absent with algorithm weighted_random, got one; use another algorithm or drop the stickiness",
    ),
    group({ stickiness: { type: "lb_cookie" }, algorithm: "weighted_random" }),
  ],
  [
    "stickiness-needs-cross-zone",
    at('stickiness must be absent with crossZone "false", got one; drop one of the two'),
    group({ stickiness: { type: "lb_cookie" }, crossZone: "false" }),
  ],
  [
    "target-group-health-count-out-of-range",
    at(
      "targetGroupHealth.dnsFailover.count must be off or a whole number from 1 to 1000, got 0; give a number in that range",
    ),
    group({ targetGroupHealth: { dnsFailover: { count: 0 } } }),
  ],
  [
    "target-group-health-percentage-out-of-range",
    at(
      "targetGroupHealth.dnsFailover.percentage must be off or a whole number from 1 to 100, got 101; give a number in that range",
    ),
    group({ targetGroupHealth: { dnsFailover: { percentage: 101 } } }),
  ],
  [
    "target-group-health-count-off",
    at('targetGroupHealth.unhealthyStateRouting.count must be 1 or more, got "off"; leave it out for 1'),
    group({ targetGroupHealth: { unhealthyStateRouting: { count: "off" } } }),
  ],
  [
    "target-group-health-order",
    at(
      "targetGroupHealth.dnsFailover.count must be at least unhealthyStateRouting.count, got 1 and 2; raise the first or lower the second",
    ),
    group({ targetGroupHealth: { dnsFailover: { count: 1 }, unhealthyStateRouting: { count: 2 } } }),
  ],
  [
    "target-group-health-order",
    at(
      "targetGroupHealth.dnsFailover.count must be at least unhealthyStateRouting.count, got 1 and 3; raise the first or lower the second",
    ),
    group({ targetGroupHealth: { unhealthyStateRouting: { count: 3 } } }),
  ],
  [
    "construct-id",
    'lab/1targets: the construct\'s id must start with a letter, got "1targets"; rename it',
    (stack) => void new HealthCheckedTargetGroup(stack, "1targets", { vpcId }),
  ],
];

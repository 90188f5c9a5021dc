import type { HealthCheck, LoadBalancerAttributes, Settled, TargetGroupAttributes } from "../../topology";

/** What an Application Load Balancer does where nothing else is said (N40-N54). */
export const loadBalancerDefaults: Settled<LoadBalancerAttributes> = {
  idleTimeoutSeconds: 60,
  clientKeepAliveSeconds: 3600,
  desyncMitigationMode: "defensive",
  dropInvalidHeaderFields: false,
  preserveHostHeader: false,
  tlsVersionAndCipherHeaders: false,
  xffClientPort: false,
  xffHeaderProcessingMode: "append",
  http2: true,
  wafFailOpen: false,
  zonalShift: false,
  deletionProtection: false,
  accessLogs: { enabled: false },
  connectionLogs: { enabled: false },
};

/** Of a target group (N60-N69). */
export const targetGroupDefaults: Settled<TargetGroupAttributes> = {
  deregistrationDelaySeconds: 300,
  slowStartSeconds: 0,
  algorithm: "round_robin",
  anomalyMitigation: "off",
  crossZone: "use_load_balancer_configuration",
  stickiness: { enabled: false, type: "lb_cookie", durationSeconds: 86_400 },
  dnsFailover: { count: 1, percentage: "off" },
  unhealthyStateRouting: { count: 1, percentage: "off" },
  lambdaMultiValueHeaders: false,
};

/** Of a health check, without a `health_check` block (H1-H8, TF28). */
export const healthCheckDefaults: Settled<HealthCheck> = {
  enabled: true,
  protocol: "HTTP",
  port: "traffic-port",
  path: "/",
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: "200",
};

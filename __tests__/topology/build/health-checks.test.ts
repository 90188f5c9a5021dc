import { only, topologyOf, unknownFor } from "./declare";

const http = { port: 80, protocol: "HTTP", vpc_id: "vpc-1" };

function healthCheck(values: object) {
  return only(topologyOf({ aws_lb_target_group: { a: values } }).targetGroups).healthCheck;
}

describe("the health check of a target group", () => {
  it("has AWS's own defaults where there is no block [H1, H2, H3, H4, H5, H6, H7, H8, TF28, TF36]", () => {
    expect(healthCheck(http)).toEqual({
      enabled: true,
      protocol: "HTTP",
      port: "traffic-port",
      path: "/",
      intervalSeconds: 30,
      timeoutSeconds: 5,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
      matcher: "200",
    });
  });

  it("has the provider's defaults where there is a block, even an empty one [TF29, TF36]", () => {
    for (const health_check of [{}, [{}], { path: "/" }])
      expect(healthCheck({ ...http, health_check })).toEqual({
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        path: "/",
        intervalSeconds: 30,
        timeoutSeconds: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        matcher: "200",
      });
  });

  it("has what is set, numbers also as text", () => {
    const health_check = {
      enabled: "true",
      protocol: "HTTPS",
      port: "8081",
      path: "/health?deep=1",
      interval: "10",
      timeout: 3,
      healthy_threshold: 2,
      unhealthy_threshold: "4",
      matcher: "200-299",
    };
    expect(healthCheck({ ...http, health_check })).toEqual({
      enabled: true,
      protocol: "HTTPS",
      port: 8081,
      path: "/health?deep=1",
      intervalSeconds: 10,
      timeoutSeconds: 3,
      healthyThreshold: 2,
      unhealthyThreshold: 4,
      matcher: "200-299",
    });
    expect(healthCheck({ ...http, health_check: { port: "traffic-port" } }).port).toBe("traffic-port");
  });

  it("of a gRPC group asks gRPC's own path and wants its status 12 [H3, H9]", () => {
    const values = { ...http, protocol_version: "GRPC" };
    expect(healthCheck(values)).toMatchObject({ path: "/AWS.ALB/healthcheck", matcher: "12" });
    expect(healthCheck({ ...values, health_check: {} })).toMatchObject({ matcher: "12" });
  });

  it("is over HTTP even where the group is over HTTPS [H1]", () => {
    expect(healthCheck({ ...http, protocol: "HTTPS" }).protocol).toBe("HTTP");
  });

  it("of a lambda group is off and slower until there is a block [H3, H4, H5, H6, H7, H12]", () => {
    const lambda = { target_type: "lambda" };
    expect(healthCheck(lambda)).toMatchObject({
      enabled: false,
      path: "/",
      intervalSeconds: 35,
      timeoutSeconds: 30,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
      matcher: "200",
    });
    expect(healthCheck({ ...lambda, health_check: {} })).toMatchObject({
      enabled: true,
      intervalSeconds: 30,
      timeoutSeconds: 30,
      healthyThreshold: 3,
      unhealthyThreshold: 3,
    });
  });

  it("of another load balancer's group is not guessed", () => {
    const { path, matcher, timeoutSeconds } = healthCheck({ ...http, protocol: "TCP" });
    for (const value of [path, matcher, timeoutSeconds])
      expect(value).toEqual(unknownFor("not the target group of an application load balancer"));
  });

  it("is unknown as a whole where its block is", () => {
    const check = healthCheck({ ...http, health_check: "${var.check}" });
    for (const value of Object.values(check)) expect(value).toEqual(unknownFor("var.check"));
  });

  it("says of each value why it is unknown", () => {
    const health_check = { path: "${var.path}", port: "http", interval: [30], enabled: "on" };
    const check = healthCheck({ ...http, protocol_version: "${var.version}", health_check });
    expect(check.path).toEqual(unknownFor("var.path"));
    expect(check.port).toEqual({ unknown: 'must be a number, got "http"' });
    expect(check.intervalSeconds).toEqual({ unknown: "must be a number, got [30]" });
    expect(check.enabled).toEqual({ unknown: 'must be true or false, got "on"' });
    expect(check.matcher).toEqual(unknownFor(/protocol_version: .*var.version/));
  });

  it("depends on a target type that is not known", () => {
    const { enabled, path, healthyThreshold } = healthCheck({ ...http, target_type: "${var.type}" });
    expect(enabled).toEqual(unknownFor("target_type"));
    expect(path).toEqual(unknownFor("target_type"));
    expect(healthyThreshold).toBe(5);
  });
});

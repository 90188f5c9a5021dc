import { timeoutsOf } from "../../../lab/local/listeners/timeouts";
import { setUpLab } from "../../../lab/local/setup/lab-setup";
import { labTopology } from "../lab/lab-config";

/** A lab of which nothing is said that AWS has a default for. */
function bare(loadBalancer: Readonly<Record<string, unknown>> = {}) {
  const unsaid = { health_check: undefined, deregistration_delay: undefined };
  return setUpLab(labTopology({ groups: { web: { servers: [], arguments: unsaid } }, loadBalancer }));
}

describe("where nothing is said", () => {
  const { groups, loadBalancers } = bare();

  it("health checks are those of AWS [H1, H2, H3, H4, H5, H6, H7, H8]", () => {
    expect(groups[0]?.group.healthCheck).toEqual({
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

  it("targets get requests in turn, without stickiness or slow start, and drain for five minutes [S1, S20, S40]", () => {
    expect(groups[0]?.group.attributes).toMatchObject({
      algorithm: "round_robin",
      slowStartSeconds: 0,
      stickiness: { enabled: false, durationSeconds: 86_400 },
      deregistrationDelaySeconds: 300,
    });
  });

  it("time limits are a minute idle, an hour for a connection, ten seconds to connect and for TLS [P27, P28, P29]", () => {
    expect(timeoutsOf(() => loadBalancers[0]?.attributes)).toMatchObject({
      idleMs: 60_000,
      clientKeepAliveMs: 3_600_000,
      connectMs: 10_000,
      targetTlsMs: 10_000,
    });
  });

  it("other limits are what the load balancer says [P27, P28]", () => {
    const declared = bare({ idle_timeout: 4, client_keep_alive: 90 });
    expect(timeoutsOf(() => declared.loadBalancers[0]?.attributes)).toMatchObject({
      idleMs: 4000,
      clientKeepAliveMs: 90_000,
    });
  });
});

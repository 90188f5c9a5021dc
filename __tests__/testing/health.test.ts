import fc from "fast-check";
import { nextHealth, nextProbeAt, unregisteredTarget } from "../../lab/alb";
import "../../lab/testing";
import { type Shape, shop } from "../lint/support/shop";
import { labStack } from "./support/lab-stack";
import { messageOf } from "./support/message-of";

function checked(fields: object): Shape {
  const json = shop();
  Object.assign(json.resource.aws_lb_target_group.api.health_check, fields);
  return json;
}

describe("toHaveHealthCheck", () => {
  it("compares what is asked, defaults filled in [H4] [H6]", () => {
    expect(shop()).toHaveHealthCheck("api", { path: "/health", intervalSeconds: 15, matcher: "200" });
    const bare = shop();
    delete bare.resource.aws_lb_target_group.api.health_check;
    expect(bare).toHaveHealthCheck("api", {
      path: "/",
      intervalSeconds: 30,
      enabled: true,
      protocol: "HTTP",
    });
    expect(bare).not.toHaveHealthCheck("api", { path: "/health" });
  });

  it("takes the port of the targets for the traffic port [H2]", () => {
    expect(shop()).toHaveHealthCheck("api", { port: 3000 });
    expect(shop()).toHaveHealthCheck("api", { port: "traffic-port" });
    expect(checked({ port: "3001" })).not.toHaveHealthCheck("api", { port: 3000 });
    const moved = shop();
    moved.resource.aws_lb_target_group_attachment.api.port = 4000;
    expect(moved).not.toHaveHealthCheck("api", { port: 3000 });
  });

  it("says only what differs", () => {
    expect(
      messageOf(() =>
        expect(shop()).toHaveHealthCheck("api", { path: "/healthz", port: 3000, intervalSeconds: 5 }),
      ),
    ).toBe(
      'expected health check of api to have path "/healthz", port 3000, intervalSeconds 5\nits path is "/health"; its intervalSeconds is 15',
    );
    expect(messageOf(() => expect(shop()).not.toHaveHealthCheck("api", { path: "/health" }))).toBe(
      'expected health check of api not to have path "/health"\nit has',
    );
  });

  it("refuses a word that there is not, and none at all", () => {
    const words =
      "path, port, protocol, matcher, intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold or enabled";
    expect(messageOf(() => expect(shop()).not.toHaveHealthCheck("api", { interval: 5 } as never))).toBe(
      `toHaveHealthCheck: must be made of ${words}, got "interval"`,
    );
    expect(messageOf(() => expect(shop()).not.toHaveHealthCheck("api", {}))).toBe(
      `toHaveHealthCheck: must say what is expected, such as ${words}, got nothing`,
    );
  });

  it("holds for the environments of this project", () => {
    for (const name of ["dev", "staging", "prod"] as const)
      expect(labStack(name)).toHaveHealthCheck("web", { path: "/health", port: 3000 });
  });
});

describe("toBecomeHealthyWithin", () => {
  it("counts a target that got unhealthy while it started, not one that is registered when it answers [H32, H35]", () => {
    expect(shop()).toBecomeHealthyWithin("api", 30);
    expect(messageOf(() => expect(shop()).toBecomeHealthyWithin("api", 29))).toBe(
      "expected a target of api to be healthy within 29 s once it answers\nit may take 30 s: after failures while it started, 2 probes in a row must succeed, one every 15 s",
    );
    expect(messageOf(() => expect(shop()).not.toBecomeHealthyWithin("api", 30))).toMatch(
      /not to be healthy within 30 s/,
    );
  });

  it("never comes where no listener leads to the group [H30]", () => {
    const unused = shop();
    delete unused.resource.aws_lb_listener_rule;
    expect(messageOf(() => expect(unused).toBecomeHealthyWithin("api", 300))).toBe(
      "expected a target of api to be healthy within 300 s once it answers\nno listener sends requests to its group, so it stays unused and is never probed",
    );
  });
});

describe("toNoticeDeathWithin", () => {
  it("counts a target that dies right after a probe [H34]", () => {
    expect(shop()).toNoticeDeathWithin("api", 35);
    expect(messageOf(() => expect(shop()).toNoticeDeathWithin("api", 30))).toBe(
      "expected the death of a target of api to be noticed within 30 s\n" +
        "it may get requests for 35 s: 2 probes in a row must fail, one every 15 s, the last one by its timeout of 5 s",
    );
  });

  it("is given seconds", () => {
    expect(messageOf(() => expect(shop()).not.toNoticeDeathWithin("api", "35" as never))).toBe(
      'toNoticeDeathWithin: must be given seconds, got "35"',
    );
  });
});

it("the times are those that the states of a target take", () => {
  const timings = fc.record({
    interval: fc.integer({ min: 5, max: 300 }),
    healthy_threshold: fc.integer({ min: 2, max: 10 }),
    unhealthy_threshold: fc.integer({ min: 2, max: 10 }),
  });
  fc.assert(
    fc.property(timings, (timing) => {
      const json = checked({ ...timing, timeout: 2 });
      const recovers = secondsUntil("healthy", timing);
      expect(json).toBecomeHealthyWithin("api", recovers);
      expect(json).not.toBecomeHealthyWithin("api", recovers - 1);
      const dies = secondsUntil("unhealthy", timing) + 2;
      expect(json).toNoticeDeathWithin("api", dies);
      expect(json).not.toNoticeDeathWithin("api", dies - 1);
    }),
    { numRuns: 20 },
  );
});

/** Seconds from just after a probe to the probe that changes the state. */
function secondsUntil(
  state: "healthy" | "unhealthy",
  timing: { interval: number; healthy_threshold: number; unhealthy_threshold: number },
): number {
  const thresholds = {
    healthyThreshold: timing.healthy_threshold,
    unhealthyThreshold: timing.unhealthy_threshold,
  };
  const failed = {
    kind: "probed",
    verdict: { passed: false, reason: "Target.Timeout", description: "Request timed out" },
  } as const;
  const passed = { kind: "probed", verdict: { passed: true } } as const;
  let health = nextHealth(unregisteredTarget(), { kind: "registered" }, thresholds);
  const [before, after] = state === "healthy" ? [failed, passed] : [passed, failed];
  for (let count = 0; count < 10; count++) health = nextHealth(health, before, thresholds);
  let now = 0;
  while (health.state !== state) {
    now = nextProbeAt(0, timing.interval, now);
    health = nextHealth(health, after, thresholds);
  }
  return now / 1000;
}

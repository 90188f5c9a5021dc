import {
  type CircumstancesChange,
  type HealthReason,
  isProbed,
  type Standing,
  unregisteredTarget,
} from "../../../lab/alb";
import { following, standing, states } from "./events";

describe("a registered target", () => {
  it("is being registered, then has its initial health checks [H31, H50, H51, U19]", () => {
    expect(standing(following(["registered"]))).toEqual({
      state: "initial",
      reason: "Elb.RegistrationInProgress",
      description: "Target registration is in progress",
    });
    const checking = {
      state: "initial",
      reason: "Elb.InitialHealthChecking",
      description: "Initial health checks in progress",
    };
    expect(standing(following(["registered", "probing"]))).toEqual(checking);
    expect(standing(following(["registered", "500"]))).toEqual(checking);
  });

  it("is healthy after one success, also when probes failed before it [H32, U20, P-49]", () => {
    expect(states(["registered", "probing", "200"])).toEqual(["initial", "healthy"]);
    expect(states(["registered", "probing", "500", "200"])).toEqual(["initial", "healthy"]);
  });

  it("is unhealthy after as many failures in a row as the threshold says, without having been healthy [H33]", () => {
    expect(states(["registered", "500"])).toEqual(["initial"]);
    expect(states(["registered", "500", "500"])).toEqual(["initial", "unhealthy"]);
  });

  it("has neither reason nor description while it is healthy [H40]", () => {
    expect(standing(following(["registered", "200"]))).toEqual({ state: "healthy" });
    expect(standing(following(["registered", "200", "500"]))).toEqual({ state: "healthy" });
  });

  it("counts only what comes in a row [H34, H35, H39]", () => {
    const healthy = ["registered", "200"];
    expect(states([...healthy, "500", "200", "500", "200"])).toEqual(["initial", "healthy"]);
    expect(states([...healthy, "500", "200", "500", "500"])).toEqual(["initial", "healthy", "unhealthy"]);
    const sick = [...healthy, "500", "500"];
    expect(following([...sick, "200", "200", "200", "200", "500", "200", "200", "200", "200"]).state).toBe(
      "unhealthy",
    );
    expect(following([...sick, "200", "200", "200", "200", "200"]).state).toBe("healthy");
  });

  it("starts over when it is registered again", () => {
    expect(states(["registered", "200", "deregistered", "registered", "200"])).toEqual([
      "initial",
      "healthy",
      "draining",
      "initial",
      "healthy",
    ]);
    const again = following(["registered", "500", "deregistered", "registered", "500"]);
    expect([again.state, again.failures]).toEqual(["initial", 1]);
  });

  it("is not started over when it is registered twice", () => {
    const health = following(["registered", "200", "500"]);
    expect(following(["registered"], health)).toBe(health);
  });
});

describe("why a probe failed", () => {
  const sick = (word: string) => standing(following(["registered", word, word]));

  it.each([
    ["status 404 is shown with that code [H52, U1]", "404"],
    ["status 302 is shown with that code [H52, U2]", "302"],
    ["status 503 is shown with that code [H52, U5]", "503"],
  ])("%s", (_title, word) => {
    expect(sick(word)).toEqual({
      state: "unhealthy",
      reason: "Target.ResponseCodeMismatch",
      description: `Health checks failed with these codes: [${word}]`,
    });
  });

  it("no answer in time is shown as Target.Timeout [H53, H62, U9]", () => {
    expect(sick("silent")).toEqual({
      state: "unhealthy",
      reason: "Target.Timeout",
      description: "Request timed out",
    });
  });

  it.each(["refused", "malformed"])(
    "a %s connection is shown as Target.FailedHealthChecks [H54, H62, U11, U12]",
    (word) => {
      expect(sick(word)).toEqual({
        state: "unhealthy",
        reason: "Target.FailedHealthChecks",
        description: "Health checks failed",
      });
    },
  );

  it("the latest reason is the one that is shown, also after a success that was not enough", () => {
    const relapsed = following(["registered", "500", "500", "200", "silent"]);
    expect([relapsed.state, relapsed.reason, relapsed.failures]).toEqual(["unhealthy", "Target.Timeout", 1]);
    const health = following(["registered", "500", "silent", "404"]);
    expect([health.reason, health.description]).toEqual([
      "Target.ResponseCodeMismatch",
      "Health checks failed with these codes: [404]",
    ]);
  });

  it("a probe that the load balancer could not make makes the target unavailable, or leaves it unhealthy [H38, H55]", () => {
    const shown = {
      reason: "Elb.InternalError",
      description: "Health checks failed due to an internal error",
    };
    expect(standing(following(["registered", "200", "internal"]))).toEqual({
      state: "unavailable",
      ...shown,
    });
    expect(standing(following(["registered", "500", "500", "internal"]))).toEqual({
      state: "unhealthy",
      ...shown,
    });
    expect(states(["registered", "200", "internal", "200"])).toEqual([
      "initial",
      "healthy",
      "unavailable",
      "healthy",
    ]);
    expect(states(["registered", "internal", "500", "500"])).toEqual(["initial", "unavailable", "unhealthy"]);
  });
});

describe("a target that is not probed", () => {
  const unused = (reason: HealthReason, description: string): Standing => ({
    state: "unused",
    reason,
    description,
  });

  const cases: [string, (string | CircumstancesChange)[], Standing][] = [
    [
      "not registered [H56, U17]",
      [],
      unused("Target.NotRegistered", "Target is not registered to the target group"),
    ],
    [
      "in a group that no rule uses [H26, H30, H57, U14]",
      ["registered", { groupUsed: false }],
      unused("Target.NotInUse", "Target group is not configured to receive traffic from the load balancer"),
    ],
    [
      "in a zone that is not enabled [H26, H30, H57, U15]",
      ["registered", { zoneEnabled: false }],
      unused(
        "Target.NotInUse",
        "Target is in an Availability Zone that is not enabled for the load balancer",
      ),
    ],
    [
      "stopped [H30, H58, U16]",
      ["registered", "200", { condition: "stopped" }],
      unused("Target.InvalidState", "Target is in the stopped state"),
    ],
    [
      "terminated [H30, H58, U16]",
      ["registered", { condition: "terminated" }],
      unused("Target.InvalidState", "Target is in the terminated state"),
    ],
    [
      "in an invalid state [H58]",
      ["registered", { condition: "invalid" }],
      unused("Target.InvalidState", "Target is in an invalid state"),
    ],
    [
      "an address of a load balancer [H59, U18]",
      ["registered", { condition: "ip-in-use-by-load-balancer" }],
      unused(
        "Target.IpUnusable",
        "The IP address cannot be used as a target, as it is in use by a load balancer",
      ),
    ],
    [
      "in a group without health checks [H38, H61, U22]",
      ["registered", { checksEnabled: false }],
      {
        state: "unavailable",
        reason: "Target.HealthCheckDisabled",
        description: "Health checks are disabled",
      },
    ],
    [
      "deregistered [H36, H60, U21]",
      ["registered", "200", "deregistered"],
      {
        state: "draining",
        reason: "Target.DeregistrationInProgress",
        description: "Target deregistration is in progress",
      },
    ],
  ];

  it.each(cases)("says so when it is %s", (_title, words, expected) => {
    const health = following(words);
    expect(standing(health)).toEqual(expected);
    expect(isProbed(health)).toBe(false);
    expect(following(["200", "200", "200", "200", "200", "500", "500"], health)).toBe(health);
  });

  it("is probed from the start once nothing is in the way any more [H26, H31]", () => {
    const stopped = ["registered", "200", { condition: "stopped" } as const, { groupUsed: false }];
    expect(following([...stopped, { condition: "running" }]).reason).toBe("Target.NotInUse");
    const back = following([...stopped, { condition: "running" }, { groupUsed: true }]);
    expect([back.state, back.reason, isProbed(back)]).toEqual([
      "initial",
      "Elb.RegistrationInProgress",
      true,
    ]);
  });

  it("may have been stopped before it was registered", () => {
    const health = following(["registered"], unregisteredTarget({ condition: "stopped" }));
    expect(health.reason).toBe("Target.InvalidState");
  });

  it("is draining until the delay is over, then not registered [H37, S41]", () => {
    expect(
      states(["registered", "200", "deregistered", "200", { condition: "stopped" }, "delay-elapsed"]),
    ).toEqual(["initial", "healthy", "draining", "unused"]);
    expect(following(["registered", "200", "deregistered", "delay-elapsed"]).reason).toBe(
      "Target.NotRegistered",
    );
  });

  it("does not drain when it never was registered, and no delay ends that did not begin", () => {
    expect(following(["deregistered"]).reason).toBe("Target.NotRegistered");
    expect(following(["registered", "200", "delay-elapsed"]).state).toBe("healthy");
  });
});

import { type Change, checked, examineShop, idsIn, unhealthy, withServer } from "./support/shop-evidence";

const ready = withServer({ healthPath: "/ready" });
const closed = { aws_vpc_security_group_ingress_rule: { servers: null } };
const otherPort = {
  ...checked({ port: "9000" }),
  aws_vpc_security_group_ingress_rule: { servers: { from_port: 9000, to_port: 9000 } },
  aws_vpc_security_group_egress_rule: { servers: { to_port: 9000 } },
};

describe("of two things that are wrong with a target, the first one is what its reason code comes from", () => {
  it.each<[string, Change, readonly string[]]>([
    [
      "nothing gets through to a server, whose health path is another one besides",
      { resource: { ...ready, ...closed }, targets: { web: unhealthy("Target.Timeout") } },
      ["target-security-group-closed", "health-path-not-found"],
    ],
    [
      "nothing gets through, and the matcher is none besides",
      {
        resource: { ...checked({ matcher: "500" }), ...closed },
        targets: { web: unhealthy("Target.Timeout") },
      },
      ["target-security-group-closed", "matcher-never-passes"],
    ],
    [
      "the server has no health path, and the port of requests is closed besides",
      { resource: otherPort, targets: { web: unhealthy(404), "web-2": unhealthy(404) } },
      ["health-path-not-found", "traffic-port-closed"],
    ],
    [
      "the server is stopped, and its health is broken besides",
      {
        source: "local",
        targets: {
          web: unhealthy("Target.FailedHealthChecks", { process: { state: "stopped", healthBroken: true } }),
        },
      },
      ["server-stopped", "health-broken-on-purpose"],
    ],
  ])("%s", (_, change, ids) => {
    expect(idsIn(change)).toEqual(ids);
  });
});

describe("of things that are wrong with several targets", () => {
  it("what somebody has to mend comes before what passes by itself", () => {
    const targets = {
      web: unhealthy(404),
      "web-2": { state: "draining", reason: "Target.DeregistrationInProgress" },
    };
    expect(idsIn({ targets })).toEqual(["health-path-not-found", "target-draining"]);
  });

  it("what passes by itself comes before a guess", () => {
    const targets = {
      web: unhealthy(403),
      "web-2": { state: "draining", reason: "Target.DeregistrationInProgress" },
    };
    const [first, ...guesses] = examineShop({ targets }).diagnoses;
    expect(first?.id).toBe("target-draining");
    expect(new Set(guesses.map(({ certainty }) => certainty))).toEqual(new Set(["possible"]));
  });
});

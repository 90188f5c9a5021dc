import { allCauses, diagnose } from "../../lab/doctor";
import {
  checked,
  examineShop,
  idsIn,
  onPort,
  shopEvidence,
  unhealthy,
  withServer,
} from "./support/shop-evidence";

describe("a healthy lab", () => {
  it.each(["aws", "local", "files"] as const)("has no cause, seen by way of %s", (source) => {
    const report = examineShop({ source, deployed: {}, requests: [{}, { targetName: "web" }] });
    expect(report).toMatchObject({ diagnoses: [], unexplained: [], gaps: [] });
    expect(report.targets).toEqual({ total: 3, healthy: 3, explained: 0, unseen: 0 });
  });

  it("has none by its input alone, though nobody has seen a target", () => {
    const report = examineShop({ source: "files", targets: { web: null, "web-2": null, api: null } });
    expect(report.diagnoses).toEqual([]);
    expect(report.targets).toEqual({ total: 3, healthy: 0, explained: 0, unseen: 3 });
  });

  it("has none where nothing is known at all", () => {
    const report = diagnose({ source: "aws", atMs: 0, targets: [], requests: [], gaps: [] });
    expect(report).toMatchObject({ diagnoses: [], unexplained: [] });
  });
});

describe("the order of causes", () => {
  it("tells one cause of many targets once, with AWS's reason code", () => {
    const all = {
      web: unhealthy("Target.Timeout"),
      "web-2": unhealthy("Target.Timeout"),
      api: unhealthy("Target.Timeout"),
    };
    const { diagnoses, targets } = examineShop({
      resource: { aws_vpc_security_group_ingress_rule: { servers: null } },
      targets: all,
    });
    expect(diagnoses).toHaveLength(1);
    expect(diagnoses[0]?.about.map(({ name }) => name)).toEqual(["web", "web-2", "api"]);
    expect(diagnoses[0]?.seen[0]).toBe("web, web-2 and api: unhealthy, Target.Timeout (Request timed out)");
    expect(targets.explained).toBe(3);
  });

  it("tells both of two faults on one target", () => {
    const ids = idsIn({
      resource: { ...withServer({ healthPath: "/ready" }), ...onPort(80) },
      targets: { web: unhealthy("Target.FailedHealthChecks", { port: 80 }) },
    });
    expect(ids.slice(0, 2)).toEqual(["port-not-served", "health-path-not-found"]);
  });

  it("opens the port that the server has, not the wrong one that it is asked on", () => {
    const ids = idsIn({
      resource: { ...withServer({}), ...onPort(80) },
      targets: { web: unhealthy("Target.Timeout", { port: 80 }) },
    });
    expect(ids).toEqual(["port-not-served"]);
  });

  it("leaves guesses out beside what is certain", () => {
    const ids = idsIn({ resource: checked({ matcher: "500" }), targets: { web: unhealthy(403) } });
    expect(ids).toEqual(["matcher-never-passes"]);
  });

  it("puts what has to be mended before what works as it was set", () => {
    const ids = idsIn({
      targets: { web: unhealthy(404), "web-2": unhealthy(404) },
      requests: [{ targetName: "web" }],
    });
    expect(ids).toEqual(["health-path-not-found", "fail-open"]);
  });

  it("says what a client notices of an unhealthy target", () => {
    const requests = [{ targetName: "web-2" }, { targetName: "web-2" }];
    const [first] = examineShop({ targets: { web: unhealthy(503) }, requests }).diagnoses;
    expect(first?.seen).toContain("web-2 alone answered the last 2 requests");
  });
});

describe("what nothing explains", () => {
  it("is told as it was seen", () => {
    const { diagnoses, unexplained } = diagnose(shopEvidence({ targets: { web: { state: "unused" } } }), {
      causes: [],
    });
    expect(diagnoses).toEqual([]);
    expect(unexplained).toMatchObject([
      { about: { name: "web", address: "aws_instance.web" }, seen: ["web: unused"] },
    ]);
  });
});

/** Every reason code of AWS (H50-H61), in the state in which it stands. */
const reasons = [
  ["initial", "Elb.RegistrationInProgress"],
  ["initial", "Elb.InitialHealthChecking"],
  ["unhealthy", "Target.ResponseCodeMismatch"],
  ["unhealthy", "Target.Timeout"],
  ["unhealthy", "Target.FailedHealthChecks"],
  ["unhealthy", "Elb.InternalError"],
  ["unavailable", "Elb.InternalError"],
  ["unused", "Target.NotRegistered"],
  ["unused", "Target.NotInUse"],
  ["unused", "Target.InvalidState"],
  ["unused", "Target.IpUnusable"],
  ["draining", "Target.DeregistrationInProgress"],
  ["unavailable", "Target.HealthCheckDisabled"],
] as const;

it.each(reasons)("%s with %s has a cause, even where nothing else is known [H50-H61]", (state, reason) => {
  const target = { id: "i-0123456789abcdef0", port: 3000, state, reason };
  const report = diagnose({ source: "files", atMs: 0, targets: [target], requests: [], gaps: [] });
  expect(report.diagnoses[0]?.seen[0]).toContain(reason);
  expect(report.unexplained).toEqual([]);
});

it("every status with which a health check can fail has a cause [H52]", () => {
  const open = Array.from({ length: 500 }, (_, index) => index + 100).filter(
    (status) => examineShop({ targets: { web: unhealthy(status) } }).unexplained.length > 0,
  );
  expect(open).toEqual([]);
});

it("wordings are one line without a full stop", () => {
  const changes = [unhealthy(404), unhealthy("Target.Timeout"), { state: "draining" }, { state: "initial" }];
  const diagnoses = changes.flatMap((web) => examineShop({ targets: { web } }).diagnoses);
  expect(diagnoses.length).toBeGreaterThanOrEqual(changes.length);
  for (const { cause, fix } of diagnoses)
    for (const text of [cause, fix]) expect(text).toMatch(/^[^\n]*[^.\n]$/);
});

it("ids of causes are in order", () => {
  const ids = allCauses.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

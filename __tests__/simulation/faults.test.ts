import { health, statesOf, webDrill, zoneA, zoneB } from "./drill-lab";

const inZones = [
  { name: "one", foreign: true, zone: zoneA },
  { name: "two", foreign: true, zone: zoneB },
];

describe("a drill", () => {
  it("without any fault fails nothing, and all targets take turns [S3]", () => {
    const report = webDrill(["one", "two", "three", "four"]).run("10m");
    expect(report).toMatchObject({
      asked: 60_000,
      answered: 60_000,
      longestOutageMs: 0,
      statuses: { 200: 60_000 },
    });
    expect(report.failed).toEqual({ count: 0, windows: [], longestMs: 0 });
    expect(report.targets.map(({ answered }) => answered)).toEqual([15_000, 15_000, 15_000, 15_000]);
  });

  it("of a lab that is registered when it begins shows targets getting healthy, and requests that wait for none [H32, H50, H51, H71]", () => {
    const report = webDrill(["one"], { begin: "registered" }).run("10s");
    expect(report.states("one")).toEqual([
      {
        atMs: 0,
        state: "initial",
        reason: "Elb.RegistrationInProgress",
        description: "Target registration is in progress",
      },
      {
        atMs: 0,
        state: "initial",
        reason: "Elb.InitialHealthChecking",
        description: "Initial health checks in progress",
      },
      { atMs: 5, state: "healthy" },
    ]);
    expect(report.failed.count).toBe(0);
  });
});

describe("a bad server", () => {
  it("whose health check passes fails its share for as long as it is there, and is healthy all the while", () => {
    const drill = webDrill(["one", "two"]);
    drill.at("1m").deploy("two", { status: 500 });
    drill.at("2m").mend("two");
    const report = drill.run("3m");
    expect(report.failed).toMatchObject({ count: 3000, windows: [{ count: 3000, statuses: { 500: 3000 } }] });
    expect(statesOf(report, "two")).toEqual(["healthy"]);
    expect(report.longestOutageMs).toBe(10);
    expect(report.answeredBy("two")).toBe(9000);
  });

  it("whose health check fails is taken out when it is noticed [H52]", () => {
    const drill = webDrill(["one", "two"]);
    drill.at("1m").deploy("two", { status: 500, healthStatus: 500 });
    const report = drill.run("3m");
    const { atMs = 0, description } = report.states("two").at(-1) ?? {};
    expect(description).toBe("Health checks failed with these codes: [500]");
    expect(report.failed.count).toBeGreaterThan(0);
    expect(report.failed.windows.at(-1)?.toMs).toBeLessThanOrEqual(atMs);
  });

  it("that answers nothing lets requests wait for the idle timeout, and fails them with 504 [P27, E504]", () => {
    const drill = webDrill(["one", "two"], { requestsPerSecond: 10 });
    drill.at("1m").hang("two");
    const report = drill.run("2m");
    expect(Object.keys(report.statuses)).toEqual(["200", "504"]);
    expect(statesOf(report, "two")).toEqual(["healthy", "unhealthy Target.Timeout"]);
  });

  it("that is slower than the idle timeout fails what it was asked, and answers nothing [P27]", () => {
    const drill = webDrill(["one"], { requestsPerSecond: 1 });
    drill.at("0s").slow("one", { milliseconds: 60_000 });
    expect(drill.run("10s")).toMatchObject({ statuses: { 504: 10 }, targets: [{ answered: 0 }] });
  });
});

describe("an instance", () => {
  it("that is stopped is unused at once, and boots before it is healthy again [H30, H58, U16]", () => {
    const drill = webDrill(["one", "two"], { bootSeconds: 45 });
    drill.at("1m").stop("two");
    drill.at("2m").start("two");
    const report = drill.run("5m");
    expect(report.failed.count).toBe(0);
    expect(statesOf(report, "two")).toEqual([
      "healthy",
      "unused Target.InvalidState",
      "initial Elb.RegistrationInProgress",
      "initial Elb.InitialHealthChecking",
      "unhealthy Target.FailedHealthChecks",
      "healthy",
    ]);
    expect(report.stateAt("two", "90s")).toMatchObject({
      atMs: 60_000,
      description: "Target is in the stopped state",
    });
    expect(report.answeredBy("two", { from: "1m", to: "165s" })).toBe(0);
  });

  it("that is deregistered gets nothing, and gets requests again once it is registered [S41, U21]", () => {
    const drill = webDrill(["one", "two"], {}, { deregistration_delay: 30 });
    drill.at("1m").deregister("two");
    drill.at("2m").register("two");
    const report = drill.run("3m");
    expect(report.failed.count).toBe(0);
    expect(report.states("two").map(({ atMs, state }) => [atMs, state])).toEqual([
      [0, "healthy"],
      [60_000, "draining"],
      [90_000, "unused"],
      [120_000, "initial"],
      [120_000, "initial"],
      [120_005, "healthy"],
    ]);
    expect(report.answeredBy("two", { from: "1m", to: "2m" })).toBe(0);
    expect(report.answeredBy("two", { from: "121s" })).toBe(2950);
  });

  it("that is added takes its share as soon as its first probe has passed [H32, U17]", () => {
    const drill = webDrill(["one", "two"], { notYetRegistered: ["two"] });
    drill.at("1m").register("two");
    const report = drill.run("2m");
    expect(report.stateAt("two", "59s")).toMatchObject({ state: "unused", reason: "Target.NotRegistered" });
    expect(report.answeredBy("two", { to: "1m" })).toBe(0);
    expect(report.answeredBy("two", { from: "61s" })).toBe(2950);
  });

  it("that nobody restarts stays down", () => {
    const drill = webDrill(["one", "two"]);
    drill.at("1m").kill("two");
    const report = drill.run("10m");
    expect(statesOf(report, "two")).toEqual(["healthy", "unhealthy Target.FailedHealthChecks"]);
  });
});

describe("a zone", () => {
  it("that is lost takes its targets with it until they are noticed; then the others carry everything [H53]", () => {
    const drill = webDrill(inZones);
    drill.at("1m").loseZone(zoneB);
    drill.at("5m").restoreZone(zoneB);
    const report = drill.run("8m");
    expect(statesOf(report, "two")).toEqual(["healthy", "unhealthy Target.Timeout", "healthy"]);
    expect(statesOf(report, "one")).toEqual(["healthy"]);
    const { intervalSeconds, unhealthyThreshold, timeoutSeconds } = health;
    expect(report.failed.longestMs).toBeLessThan(
      (intervalSeconds * unhealthyThreshold + timeoutSeconds) * 1000,
    );
    expect(report.answeredBy("one", { from: "2m", to: "5m" })).toBe(18_000);
  });

  it("without cross-zone load balancing is asked by its own clients alone, who go elsewhere once DNS has changed [S9, H79]", () => {
    const group = { load_balancing_cross_zone_enabled: "false" };
    const lose = (keepsConnections: boolean) => {
      const drill = webDrill(inZones, { keepsConnections }, group);
      drill.at("1m").loseZone(zoneB);
      return drill.run("5m");
    };
    const anew = lose(false);
    // Noticed within 34 s, and forgotten by clients within the minute that an answer of DNS lives.
    expect(anew.failed.windows).toHaveLength(1);
    expect(anew.failed.windows[0]?.toMs).toBeLessThan(60_000 + 34_000 + 60_000);
    // Half of the clients stay with a node that has no other target to turn to.
    const kept = lose(true);
    expect(kept.answeredBy("two", { from: "61s" })).toBe(0);
    expect(kept.failed.count).toBe(60 * 4 * 50);
  });
});

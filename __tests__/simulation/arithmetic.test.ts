import fc from "fast-check";
import { longestUnnoticedMs } from "../../lab/alb";
import { health, statesOf, webDrill } from "./drill-lab";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 25 };

describe("a server that dies and refuses connections", () => {
  it("fails at most what is in flight on it, whenever its probes are due [E502]", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 30_000 }), (seed, afterMs) => {
        const drill = webDrill(["one", "two"], { seed, requestsPerSecond: 40, serviceMilliseconds: 100 });
        drill.at(60_000 + afterMs).kill("two");
        const { failed } = drill.run("3m");
        // 40 a second, every other one to this target, 100 ms each.
        expect(failed.count).toBeLessThanOrEqual(2);
        expect(failed.count).toBeGreaterThan(0);
        expect(failed.windows[0]?.statuses).toEqual({ 502: failed.count });
        expect(failed.longestMs).toBeLessThanOrEqual(100);
      }),
      runs,
    );
  });

  it("fails nothing while nothing is in flight on it: a refused connection goes to another target", () => {
    const drill = webDrill(["one", "two"], { serviceMilliseconds: 0 });
    drill.at("1m").kill("two");
    const report = drill.run("2m");
    expect(report.failed.count).toBe(0);
    expect(report.answeredBy("one", { from: "1m" })).toBe(6000);
  });
});

describe("an instance that is gone without a word", () => {
  it("fails its share of the requests until its health checks have noticed, and none after that [H34, H53, E504]", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 30_000 }), (seed, afterMs) => {
        const [atMs, requestsPerSecond] = [60_000 + afterMs, 20];
        const drill = webDrill(["one", "two"], { seed, requestsPerSecond });
        drill.at(atMs).vanish("two");
        const report = drill.run("4m");
        const { atMs: noticedAtMs = 0, reason } = report.states("two").at(-1) ?? {};
        expect(reason).toBe("Target.Timeout");
        expect(noticedAtMs - atMs).toBeLessThanOrEqual(longestUnnoticedMs(health));
        // The last of the probes that have to fail begins so much later than the first one.
        const { intervalSeconds, timeoutSeconds, unhealthyThreshold } = health;
        const leastMs = ((unhealthyThreshold - 1) * intervalSeconds + timeoutSeconds) * 1000;
        // One that was on its way when it happened counts as failed too.
        expect(noticedAtMs - atMs).toBeGreaterThanOrEqual(leastMs - 5);
        const share = ((noticedAtMs - atMs) / 1000) * (requestsPerSecond / 2);
        expect(Math.abs(report.failed.count - share)).toBeLessThanOrEqual(1);
        expect(Object.keys(report.statuses)).toEqual(["200", "504"]);
        expect(report.failed.windows.at(-1)?.toMs).toBeLessThanOrEqual(noticedAtMs);
      }),
      runs,
    );
  });

  it("that is the only one fails everything: 504 for as long as it is gone [H70]", () => {
    const drill = webDrill(["one"], { requestsPerSecond: 10 });
    drill.at("1m").vanish("one");
    drill.at("3m").start("one");
    const report = drill.run("6m");
    // It boots for a minute and refuses connections while it does.
    expect(report.longestOutageMs).toBe(3 * 60_000);
    expect(report.failed).toMatchObject({ count: 1800, longestMs: 3 * 60_000 - 100 });
    expect(report.statuses).toEqual({ 200: 1800, 502: 600, 504: 1200 });
  });
});

describe("a target that returns", () => {
  it("is healthy after as many good probes as its group wants, and not earlier [H35]", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const drill = webDrill(["one", "two"], { seed, requestsPerSecond: 1 });
        drill.at("1m").breakHealth("two");
        drill.at("3m").mend("two");
        const report = drill.run("5m");
        expect(statesOf(report, "two")).toEqual([
          "healthy",
          "unhealthy Target.ResponseCodeMismatch",
          "healthy",
        ]);
        const afterMs = (report.states("two").at(-1)?.atMs ?? 0) - 180_000;
        const { healthyThreshold, intervalSeconds } = health;
        expect(afterMs).toBeGreaterThan((healthyThreshold - 1) * intervalSeconds * 1000);
        expect(afterMs).toBeLessThanOrEqual(healthyThreshold * intervalSeconds * 1000 + 5);
      }),
      runs,
    );
  });

  it("after a crash is back before anybody notices: systemd waits two seconds, the server needs one", () => {
    const drill = webDrill([{ name: "one" }, { name: "two" }], { serviceMilliseconds: 1 });
    drill.at("60005ms").kill("two");
    const report = drill.run("2m");
    expect(statesOf(report, "two")).toEqual(["healthy"]);
    expect(report.answeredBy("two", { from: "61s", to: "63s" })).toBe(0);
    expect(report.answeredBy("two", { from: "64s", to: "65s" })).toBe(50);
    expect(report.failed.count).toBe(0);
  });
});

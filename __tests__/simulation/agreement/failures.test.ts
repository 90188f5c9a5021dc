import { failures } from "../../local/lab/load";
import { clients, configOf, realLab, simulated, statesIn } from "./both-labs";

const three = configOf(["one", "two", "three"]);

describe("the simulation and the lab on this machine agree", () => {
  it("on a server that is killed under load and comes back: 502 for what was in flight, nothing for it meanwhile [H34, H35, H54, E502]", async () => {
    const real = await realLab(three);
    await real.load.more(100);
    real.server("two").kill();
    await real.untilIs("two", "unhealthy");
    const downAt = performance.now();
    await real.load.more(60);
    const upAt = performance.now();
    await real.server("two").start();
    await real.untilIs("two", "healthy");
    await real.load.more(60);
    const results = await real.load.stop();
    const whileDown = results.filter(({ startedAt, endedAt }) => startedAt > downAt && endedAt < upAt);

    const [requestsPerSecond, serviceMilliseconds] = [100, 50];
    const drill = simulated(three, { requestsPerSecond, serviceMilliseconds });
    drill.at("1m").kill("two");
    drill.at("2m").start("two");
    const report = drill.run("4m");

    expect(statesIn(report, "two")).toEqual(real.states("two"));
    // Every client has one request in flight at most.
    expect(results.filter(({ status }) => status === 502).length).toBeLessThanOrEqual(clients);
    expect(results.every(({ status }) => status === 200 || status === 502)).toBe(true);
    const inFlight = Math.ceil((requestsPerSecond * serviceMilliseconds) / 1000);
    expect(report.failed.count).toBeLessThanOrEqual(inFlight);
    expect(report.failed.count).toBeGreaterThan(0);
    expect(Object.keys(report.statuses)).toEqual(["200", "502"]);
    expect(whileDown.filter(({ body }) => body === "two")).toEqual([]);
    expect(report.answeredBy("two", { from: "90s", to: "2m" })).toBe(0);
    expect(report.answeredBy("two", { from: "3m" })).toBeGreaterThan(0);
  });

  it.each<[string, "healthStatus" | "hangsHealth", number | boolean, string]>([
    [
      "broken",
      "healthStatus",
      503,
      "unhealthy Target.ResponseCodeMismatch Health checks failed with these codes: [503]",
    ],
    ["too slow", "hangsHealth", true, "unhealthy Target.Timeout Request timed out"],
  ])(
    "on health checks that are %s on a server that works: no request fails [H52, H53]",
    async (_, fault, value, shown) => {
      const real = await realLab(three);
      const server = real.server("two");
      await real.load.more(60);
      Object.assign(server, { [fault]: value });
      await real.untilIs("two", "unhealthy");
      await real.load.more(60);
      Object.assign(server, { healthStatus: 200, hangsHealth: false });
      await real.untilIs("two", "healthy");

      const drill = simulated(three);
      if (fault === "healthStatus") drill.at("1m").breakHealth("two", { status: 503 });
      else drill.at("1m").slowHealth("two", { milliseconds: 8000 });
      drill.at("2m").mend("two");
      const report = drill.run("4m");

      expect(real.states("two")).toEqual(["healthy", shown, "healthy"]);
      expect(statesIn(report, "two")).toEqual(real.states("two"));
      expect(failures(await real.load.stop())).toEqual({});
      expect(report.failed.count).toBe(0);
    },
  );

  it("on a group that fails open: all get requests in turn, and none fails [H70, U24]", async () => {
    const two = configOf(["one", "two"]);
    const real = await realLab(two);
    await real.load.more(20);
    for (const name of ["one", "two"]) real.server(name).healthStatus = 500;
    await Promise.all(["one", "two"].map((name) => real.untilIs(name, "unhealthy")));
    const openAt = performance.now();
    await real.load.more(200);
    const results = await real.load.stop();
    const after = results.filter(({ startedAt }) => startedAt > openAt);
    const byOne = after.filter(({ body }) => body === "one").length;

    const drill = simulated(two);
    drill.at("1m").breakHealth("one", { status: 500 }).breakHealth("two", { status: 500 });
    const report = drill.run("4m");

    for (const name of ["one", "two"]) expect(statesIn(report, name)).toEqual(real.states(name));
    expect(failures(results)).toEqual({});
    expect(report.failed.count).toBe(0);
    // Those in flight when counting begins and ends are all that a plain turn can be off by.
    expect(Math.abs(2 * byOne - after.length)).toBeLessThanOrEqual(2 * clients);
    const span = { from: "2m", to: "4m" };
    expect(Math.abs(report.answeredBy("one", span) - report.answeredBy("two", span))).toBeLessThanOrEqual(1);
  });
});

import { rampShare } from "../../../lab/alb";
import { labTopology } from "../../local/lab/lab-config";
import { failures } from "../../local/lab/load";
import { ask, targetNamed, targetsOf, until, urlOf } from "../../local/lab/run-lab";
import { clients, configOf, realLab, simulated, speed, statesIn } from "./both-labs";

describe("the simulation and the lab on this machine agree", () => {
  it("on a target that is deregistered: it drains for the delay, and no request fails [H36, H37, S41]", async () => {
    const group = { deregistration_delay: 20 };
    const two = configOf(["one", "two"], group);
    const real = await realLab(two);
    await real.load.more(60);
    await real.lab.change(labTopology(configOf(["one"], group)));
    const goneAt = performance.now();
    await until(real.lab, () => targetsOf(real.lab).length === 1);
    await real.load.more(60);
    const results = await real.load.stop();

    const drill = simulated(two);
    drill.at("1m").deregister("two");
    const report = drill.run("2m");

    expect(statesIn(report, "two")).toEqual(real.states("two"));
    expect(real.states("two")).toHaveLength(3);
    expect(failures(results)).toEqual({});
    expect(report.failed.count).toBe(0);
    expect(results.filter(({ startedAt, body }) => startedAt > goneAt && body === "two")).toEqual([]);
    expect(report.answeredBy("two", { from: "61s" })).toBe(0);
  });

  it("on what is still in flight when the delay ends: it gets a 502, and nothing else fails [S42, E502]", async () => {
    const group = { deregistration_delay: 20 };
    const two = configOf(["one", "two"], group);
    const real = await realLab(two);
    await real.load.stop();
    const server = real.server("two");
    server.holds = true;
    const answers = [ask(urlOf(real.lab)), ask(urlOf(real.lab))];
    await until(real.lab, () => targetNamed(real.lab, "two").inFlight === 1);
    await real.lab.change(labTopology(configOf(["one"], group)));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);

    const drill = simulated(two, { requestsPerSecond: 1 });
    drill.at("58500ms").slow("two", { milliseconds: 50_000 });
    drill.at("60500ms").deregister("two");
    const report = drill.run("2m");

    expect(statuses.sort()).toEqual([200, 502]);
    expect(report.failed).toMatchObject({ count: 1, windows: [{ statuses: { 502: 1 } }] });
    expect(statesIn(report, "two")).toEqual(real.states("two"));
  });

  it("on a target that returns with slow start: its share rises in a straight line [S7, S8]", async () => {
    const slowStartSeconds = 40;
    const two = configOf(["one", "two"], { slow_start: slowStartSeconds });
    const real = await realLab(two);
    real.server("two").healthStatus = 503;
    await real.untilIs("two", "unhealthy");
    real.server("two").healthStatus = 200;
    await real.untilIs("two", "healthy");
    const healthyAt = performance.now();
    const rampMs = (slowStartSeconds * 1000) / speed;
    while (performance.now() < healthyAt + rampMs) await real.load.more(20);
    const results = await real.load.stop();
    const ramp = results.filter(({ startedAt }) => startedAt > healthyAt);

    const drill = simulated(two, { requestsPerSecond: 50 });
    drill.at("1m").breakHealth("two");
    drill.at("2m").mend("two");
    const report = drill.run("5m");
    const fromMs = report.states("two").at(-1)?.atMs ?? 0;
    const firstSecond = Math.ceil(fromMs / 1000);
    const seconds = Array.from({ length: slowStartSeconds }, (_, index) => firstSecond + index);
    const simulatedShare = seconds.map(
      (second) => 50 * shareAt(second * 1000 + 500, fromMs, slowStartSeconds),
    );

    expect(statesIn(report, "two")).toEqual(real.states("two"));
    expect(failures(results)).toEqual({});
    const answered = ramp.filter(({ body }) => body === "two").length;
    // A target is chosen some time between a request's start and its end; those in flight at both ends may count or not.
    const [least = 0, most = 0] = (["startedAt", "endedAt"] as const).map((chosenAt) =>
      sum(ramp.map((result) => shareAt(result[chosenAt], healthyAt, rampMs / 1000))),
    );
    expect(answered).toBeGreaterThanOrEqual(least - clients);
    expect(answered).toBeLessThanOrEqual(most + clients);
    const span = { from: firstSecond * 1000, to: (firstSecond + slowStartSeconds) * 1000 };
    // A target is owed less than one whole request at any time.
    expect(Math.abs(report.answeredBy("two", span) - sum(simulatedShare))).toBeLessThanOrEqual(2);
  });
});

/** Beside another target with its full share. */
function shareAt(atMs: number, fromMs: number, slowStartSeconds: number): number {
  const share = rampShare(fromMs, slowStartSeconds, atMs);
  return share / (1 + share);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

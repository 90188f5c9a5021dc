import { RunningTarget } from "../../../lab/local/balancer/running-target";
import { HealthChecks } from "../../../lab/local/health/health-checks";
import { setUpLab } from "../../../lab/local/setup/lab-setup";
import { labTopology } from "../lab/lab-config";

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const [web] = setUpLab(labTopology({ groups: { web: { servers: [{ name: "a", foreign: true }] } } })).groups;
const [setup] = web?.targets ?? [];
if (!web || !setup) throw new Error("the lab must have a group with a target");

const settings = { ...web.group.healthCheck, intervalSeconds: 10, timeoutSeconds: 2 };

/** A registered target behind security groups that keep probes out: every one takes its whole time. */
function blockedTarget(): RunningTarget {
  const machine = { key: setup?.machine ?? "", name: "a", reach: () => ({ host: "127.0.0.1", port: 1 }) };
  const target = new RunningTarget(
    { ...setup, healthBlocked: "shut" } as typeof setup & object,
    machine,
    web as never,
  );
  target.take({ kind: "registered" }, settings);
  return target;
}

describe("health checks", () => {
  it("probe once an interval, even where timers fire early [H14]", async () => {
    const target = blockedTarget();
    const checks = new HealthChecks(settings, () => {});
    const started = Date.now();
    // Timers are early by three seconds in ten.
    const nowMs = () => (Date.now() - started) * 0.7;
    jest.spyOn(performance, "now").mockImplementation(nowMs);
    checks.begin(target);
    while (nowMs() < 52_000) await jest.advanceTimersByTimeAsync(100);
    expect(target.probes).toHaveLength(6);
    checks.stop();
  });

  it("leave nothing behind that keeps a process alive, whatever they wait for", async () => {
    const target = blockedTarget();
    const checks = new HealthChecks(settings, () => {});
    checks.begin(target);
    await jest.advanceTimersByTimeAsync(1);
    checks.stop();
    expect(jest.getTimerCount()).toBe(0);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(target.probes).toEqual([]);
  });
});

import fc from "fast-check";
import {
  type BackOff,
  isAlive,
  STOPPED,
  type Supervision,
  type SupervisionEvent,
  supervise,
} from "../../../lab/local/processes/supervision";

const backOff: BackOff = { firstMs: 100, mostMs: 1000, forgetMs: 5000, restart: true };

const launched = { kind: "launched" } as const;
const listening = { kind: "listening" } as const;
const stopAsked = { kind: "stop-asked" } as const;
const exited = { kind: "exited", reason: "ended with code 1" } as const;
const impossible = { kind: "impossible", reason: "no packages" } as const;

/** What is left when all of this happens at time 0. */
function outcome(...events: readonly SupervisionEvent[]): Supervision {
  return events.reduce((before, event) => supervise(before, event, 0, backOff), STOPPED);
}

describe("supervision of a target", () => {
  it("starts, runs, drains, stops", () => {
    const events = [launched, listening, stopAsked, exited];
    const states = events.map((_event, index) => outcome(...events.slice(0, index + 1)).state);
    expect(states).toEqual(["starting", "running", "stopping", "stopped"]);
  });

  it("waits twice as long after every crash in a row, up to the limit [P-57]", () => {
    const crash = [launched, exited];
    const crashes = [1, 2, 3, 4, 5, 6, 7].map((count) => outcome(...Array(count).fill(crash).flat()));
    expect(crashes.map(({ retryAtMs }) => retryAtMs)).toEqual([100, 200, 400, 800, 1000, 1000, 1000]);
    expect(crashes.at(-1)).toMatchObject({ state: "backing-off", crashes: 7, reason: "ended with code 1" });
  });

  it("forgets earlier crashes after a longer time of running", () => {
    const running = outcome(launched, exited, launched, exited, launched, listening);
    expect(supervise(running, exited, 4999, backOff).crashes).toBe(3);
    expect(supervise(running, exited, 5000, backOff)).toMatchObject({ crashes: 1, retryAtMs: 5100 });
  });

  it("does not come back when it was stopped, neither while it ran nor while it backed off", () => {
    expect(outcome(launched, stopAsked, exited)).toEqual(STOPPED);
    expect(outcome(launched, exited, stopAsked)).toEqual(STOPPED);
  });

  it("stays down after a crash when it shall not restart", () => {
    const supervision = supervise(outcome(launched), exited, 0, { ...backOff, restart: false });
    expect(supervision).toEqual({ state: "failed", crashes: 1, reason: "ended with code 1" });
  });

  it("fails for good where it cannot run at all, unless it was stopped meanwhile", () => {
    expect(outcome(launched, impossible)).toEqual({ state: "failed", crashes: 0, reason: "no packages" });
    expect(outcome(launched, stopAsked, impossible)).toEqual(STOPPED);
  });

  it("has a time for the next attempt exactly while it backs off, never further away than the limit", () => {
    const event = fc.constantFrom<SupervisionEvent>(launched, listening, stopAsked, exited, impossible);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100_000), event)), (steps) => {
        let nowMs = 0;
        let before = STOPPED;
        for (const [passedMs, step] of steps) {
          nowMs += passedMs;
          const after = supervise(before, step, nowMs, backOff);
          expect(after.retryAtMs !== undefined).toBe(after.state === "backing-off");
          if (after !== before) expect(after.retryAtMs ?? nowMs).toBeLessThanOrEqual(nowMs + backOff.mostMs);
          expect(isAlive(after)).toBe(/starting|running|stopping/.test(after.state));
          before = after;
        }
      }),
    );
  });
});

import fc from "fast-check";
import type { Drill } from "../../lab/simulation";
import { drillOf, webConfig, zoneA, zoneB } from "./drill-lab";

const names = ["one", "two", "three"] as const;

/** Whatever one can do to a lab, at any time of two minutes. */
const deed = fc.record({
  atMs: fc.integer({ min: 0, max: 120_000 }),
  name: fc.constantFrom(...names),
  what: fc.constantFrom(
    "kill",
    "stop",
    "start",
    "vanish",
    "breakHealth",
    "hang",
    "mend",
    "register",
    "deregister",
    "slow",
    "bad",
    "loseZone",
    "restoreZone",
  ),
});

function plan(drill: Drill, deeds: readonly { atMs: number; name: string; what: string }[]): void {
  for (const { atMs, name, what } of deeds) {
    const moment = drill.at(atMs);
    if (what === "slow") moment.slow(name, { milliseconds: 70_000 });
    else if (what === "bad") moment.deploy(name, { status: 500 });
    else if (what === "loseZone" || what === "restoreZone") moment[what](name === "one" ? zoneA : zoneB);
    else (moment[what as "kill"] as (name: string) => unknown).call(moment, name);
  }
}

const config = webConfig(
  [
    { name: "one", foreign: true, zone: zoneA },
    { name: "two", foreign: true, zone: zoneB },
    { name: "three", foreign: true, zone: zoneB },
  ],
  { deregistration_delay: 20 },
);

const scenario = fc.record({
  seed: fc.nat(),
  arrivals: fc.constantFrom("even" as const, "poisson" as const),
  keepsConnections: fc.boolean(),
  restartSeconds: fc.constantFrom(2, "never" as const),
  crossZone: fc.constantFrom("true", "false"),
  algorithm: fc.constantFrom("round_robin", "least_outstanding_requests", "weighted_random"),
  deeds: fc.array(deed, { maxLength: 12 }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

function runOf({ crossZone, algorithm, deeds, ...options }: Scenario) {
  const group = {
    load_balancing_cross_zone_enabled: crossZone,
    load_balancing_algorithm_type: algorithm,
    deregistration_delay: 20,
    ...config.groups.web?.arguments,
  };
  const web = { servers: config.groups.web?.servers ?? [], arguments: group };
  const drill = drillOf({ groups: { web } }, { requestsPerSecond: 5, ...options });
  plan(drill, deeds);
  return { drill, report: drill.run("2m") };
}

describe("whatever is done to a lab", () => {
  it("every request ends, as answered or as failed, and is counted once everywhere", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const { report } = runOf(given);
        const { asked, answered, failed, statuses, seconds, targets } = report;
        expect(answered + failed.count).toBe(asked);
        if (given.arrivals === "even") expect(asked).toBe(600);
        const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
        expect(sum(Object.values(statuses))).toBe(asked);
        expect(statuses).not.toHaveProperty("0");
        expect(sum(seconds.map((second) => second.asked))).toBe(asked);
        expect(sum(seconds.map((second) => second.failed))).toBe(failed.count);
        expect(sum(failed.windows.map(({ count }) => count))).toBe(failed.count);
        expect(sum(targets.map((target) => target.answered))).toBeLessThanOrEqual(asked);
        expect(sum(targets.map((target) => target.answered))).toBeGreaterThanOrEqual(answered);
      }),
      { numRuns: 100 },
    );
  });

  it("the same seed gives the same run, and a drill can be run again", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const { drill, report } = runOf(given);
        expect(drill.run("2m")).toEqual(report);
        expect(JSON.stringify(runOf(given).report)).toBe(JSON.stringify(report));
      }),
      { numRuns: 40 },
    );
  });

  it("states follow each other in time, and no two in a row are the same", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        for (const { states } of runOf(given).report.targets) {
          expect(states[0]?.atMs).toBe(0);
          for (const [index, { atMs, ...state }] of states.entries()) {
            const { atMs: beforeMs = 0, ...before } = states[index - 1] ?? {};
            expect(atMs).toBeGreaterThanOrEqual(beforeMs);
            expect(state).not.toEqual(before);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("another seed may give another run", () => {
    const runs = [1, 2].map((seed) => {
      const drill = drillOf(config, { seed, requestsPerSecond: 5 });
      drill.at("1m").vanish("two");
      return drill.run("2m");
    });
    expect(runs[0]?.states("two")).not.toEqual(runs[1]?.states("two"));
  });
});

import fc from "fast-check";
import { failsOpen, isBelow, zoneStandings, zonesInDns } from "../../../lab/alb";

const byDefault = { count: 1, percentage: "off" } as const;
const half = { count: "off", percentage: 50 } as const;
const zones = (a: [number, number], b: [number, number]) =>
  new Map([
    ["a", { healthy: a[0], registered: a[1] }],
    ["b", { healthy: b[0], registered: b[1] }],
  ]);

describe("a group's standing", () => {
  it("is good with one healthy target by default, and fails open with none [H70, H74, U24, P-47]", () => {
    expect(failsOpen(byDefault, { healthy: 1, registered: 100 })).toBe(false);
    expect(failsOpen(byDefault, { healthy: 0, registered: 100 })).toBe(true);
    expect(failsOpen({ count: "off", percentage: "off" }, { healthy: 0, registered: 100 })).toBe(true);
  });

  it("is bad as soon as the count or the percentage is breached [H73]", () => {
    const both = { count: 3, percentage: 50 };
    const below = (healthy: number, registered: number) => isBelow(both, { healthy, registered });
    expect([below(3, 6), below(2, 4), below(3, 7), below(2, 9)]).toEqual([false, true, true, true]);
  });

  it("is good at exactly the threshold, whatever the numbers [H73]", () => {
    expect(isBelow({ count: "off", percentage: 29 }, { healthy: 29, registered: 100 })).toBe(false);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        (percentage, healthy, more) => {
          const registered = healthy + more;
          const breached = isBelow({ count: "off", percentage }, { healthy, registered });
          expect(breached).toBe(healthy * 100 < percentage * registered);
        },
      ),
    );
  });

  it("has two independent actions: routing to all targets, and leaving DNS [H72]", () => {
    const standing = (
      dnsFailover: typeof byDefault | typeof half,
      unhealthyStateRouting: typeof byDefault | typeof half,
    ) => zoneStandings(zones([1, 10], [1, 10]), { dnsFailover, unhealthyStateRouting }, false).get("a");
    expect(standing(byDefault, byDefault)).toEqual({ failsOpen: false, leavesDns: false });
    expect(standing(half, byDefault)).toEqual({ failsOpen: false, leavesDns: true });
    expect(standing(byDefault, half)).toEqual({ failsOpen: true, leavesDns: false });
  });

  it("counts a node's own zone without cross-zone load balancing, and all zones with it [H76, H77]", () => {
    const thresholds = { dnsFailover: half, unhealthyStateRouting: half };
    const good = { failsOpen: false, leavesDns: false };
    const bad = { failsOpen: true, leavesDns: true };
    const failed = zones([10, 10], [4, 10]);
    expect([...zoneStandings(failed, thresholds, false)]).toEqual([
      ["a", good],
      ["b", bad],
    ]);
    expect([...zoneStandings(failed, thresholds, true)]).toEqual([
      ["a", good],
      ["b", good],
    ]);
  });

  it("keeps a zone in DNS while one group is healthy there, and all zones when none is [H79]", () => {
    const group = (a: [number, number], b: [number, number]) =>
      zoneStandings(zones(a, b), { dnsFailover: byDefault, unhealthyStateRouting: byDefault }, false);
    expect(zonesInDns([group([1, 1], [0, 1])])).toEqual(["a"]);
    expect(zonesInDns([group([1, 1], [0, 1]), group([0, 1], [1, 1])])).toEqual(["a", "b"]);
    expect(zonesInDns([group([0, 1], [0, 1]), group([0, 1], [0, 1])])).toEqual(["a", "b"]);
  });

  it("is bad in a zone without targets", () => {
    expect(isBelow(half, { healthy: 0, registered: 0 })).toBe(true);
  });
});

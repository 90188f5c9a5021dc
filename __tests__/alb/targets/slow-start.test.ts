import fc from "fast-check";
import { createPool, rampShare, selectTarget, type TargetPool, updatePool } from "../../../lab/alb";
import { attributes, poolOf, tally, targets } from "./pools";

const slow = attributes({ slowStartSeconds: 100 });
const states = (pool: TargetPool, texts: string, nowMs: number, given = slow) =>
  updatePool(pool, given, targets(...texts.split(" ")), nowMs);
const take = (pool: TargetPool, nowMs: number) => selectTarget(pool, { nowMs, random: () => 0 })?.key;
const takeMany = (pool: TargetPool, nowMs: number, times: number) =>
  tally(Array.from({ length: times }, () => take(pool, nowMs)));
const ramping = (pool: TargetPool) =>
  [...pool.targets.values()].filter(({ rampFromMs }) => rampFromMs !== undefined).map(({ key }) => key);

/** A group of `a` and `b`, with `c` healthy since 0. */
function withNewcomer(): TargetPool {
  const pool = createPool(slow, targets("a", "b"), -1_000);
  states(pool, "a b c:initial", -500);
  states(pool, "a b c", 0);
  return pool;
}

describe("slow start", () => {
  it("raises the share of a new target in a straight line to a full one [S7, P-50]", () => {
    for (const seconds of [10, 25, 50, 75, 90]) {
      const counts = takeMany(withNewcomer(), seconds * 1000, 3_000);
      const share = seconds / 100;
      expect(Math.abs(counts.c! - (3_000 * share) / (2 + share))).toBeLessThanOrEqual(2);
      expect(Math.abs(counts.a! - counts.b!)).toBeLessThanOrEqual(2);
    }
  });

  it("never takes share away again, and ends with an exact sequence of all [S7]", () => {
    const pool = withNewcomer();
    const shares = Array.from({ length: 11 }, (_, step) => takeMany(pool, step * 10_000, 600).c ?? 0);
    for (const [index, share] of shares.entries())
      expect(share).toBeGreaterThanOrEqual(shares[index - 1] ?? 0);
    expect(takeMany(pool, 100_000, 300)).toEqual({ a: 100, b: 100, c: 100 });
    expect(ramping(pool)).toEqual([]);
    expect([...pool.targets.values()].map(({ credit }) => credit)).toEqual([0, 0, 0]);
  });

  it("gives a share between nothing and all that never falls [S7]", () => {
    const time = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(time, time, fc.integer({ min: 30, max: 900 }), (one, other, duration) => {
        const [early, late] = [one, other]
          .sort((a, b) => a - b)
          .map((nowMs) => rampShare(0, duration, nowMs));
        expect(early).toBeGreaterThan(0);
        expect(late).toBeLessThanOrEqual(1);
        expect(early).toBeLessThanOrEqual(late!);
      }),
    );
  });

  it("is off by default [S7]", () => {
    const pool = poolOf("a");
    states(pool, "a b", 0, attributes());
    expect(takeMany(pool, 1, 100)).toEqual({ a: 50, b: 50 });
  });

  it("is not for a group whose targets were registered at once [S8]", () => {
    const pool = createPool(slow, targets("a:initial", "b:initial"), 0);
    states(pool, "a b:initial", 10);
    states(pool, "a b", 20);
    expect(ramping(pool)).toEqual([]);
    expect(takeMany(pool, 30, 100)).toEqual({ a: 50, b: 50 });
  });

  it("is not for targets that were healthy when it was enabled [S8]", () => {
    const pool = poolOf("a b");
    states(pool, "a b", 0);
    expect(ramping(pool)).toEqual([]);
  });

  it("is only for a target beside a healthy one that is not in slow start [S8]", () => {
    const pool = withNewcomer();
    states(pool, "a:unhealthy b:unhealthy c d", 10);
    expect(ramping(pool)).toEqual(["c"]);
    states(pool, "a:unhealthy b:unhealthy c d e", 11);
    expect(ramping(pool)).toEqual(["c", "e"]);
  });

  it("is not for targets that recover together without a healthy one beside them [S8]", () => {
    const pool = createPool(slow, targets("a", "b"), -1);
    states(pool, "a:unhealthy b:unhealthy", 0);
    states(pool, "a b", 10);
    expect(ramping(pool)).toEqual([]);
    states(pool, "a b:unhealthy", 20);
    states(pool, "a b", 30);
    expect(ramping(pool)).toEqual(["b"]);
  });

  it("is for a target of a fresh group once it recovers [S8]", () => {
    const pool = createPool(slow, targets("a:initial", "b:initial"), 0);
    for (const texts of ["a b", "a b:unhealthy", "a b"]) states(pool, texts, 10);
    expect(ramping(pool)).toEqual(["b"]);
  });

  it("ends when the target gets unhealthy and starts over when it is back [S8]", () => {
    const pool = withNewcomer();
    states(pool, "a b c:unhealthy", 50_000);
    expect(ramping(pool)).toEqual([]);
    expect(takeMany(pool, 50_000, 10).c).toBeUndefined();
    states(pool, "a b c", 60_000);
    expect(pool.targets.get("c")?.rampFromMs).toBe(60_000);
  });

  it("is of no account while the group fails open: all targets get alike", () => {
    const given = attributes({
      slowStartSeconds: 100,
      unhealthyStateRouting: { count: 2, percentage: "off" },
    });
    const pool = createPool(given, targets("a", "b"), -1);
    states(pool, "a b c", 0, given);
    states(pool, "a:unhealthy b:unhealthy c", 1, given);
    expect(ramping(pool)).toEqual(["c"]);
    expect(takeMany(pool, 2, 300)).toEqual({ a: 100, b: 100, c: 100 });
  });

  it("ends when the target is deregistered [S8]", () => {
    const pool = withNewcomer();
    states(pool, "a b c:draining", 50_000);
    expect(ramping(pool)).toEqual([]);
  });

  it("does not start over because something else changes in the group", () => {
    const pool = withNewcomer();
    states(pool, "a b:unhealthy c", 30_000);
    expect(pool.targets.get("c")?.rampFromMs).toBe(0);
  });

  it.each(["least_outstanding_requests", "weighted_random"])("does not go with %s [S5]", (algorithm) => {
    const given = attributes({ algorithm, slowStartSeconds: 100 });
    const pool = createPool(given, targets("a"), 0);
    states(pool, "a b", 10, given);
    expect(ramping(pool)).toEqual([]);
  });

  it("leaves a refused request to the others", () => {
    const pool = withNewcomer();
    const keys = ["a", "b", "c"].map(
      (_, index, all) =>
        selectTarget(pool, { nowMs: 1, random: () => 0, tried: new Set(all.slice(0, index)) })?.key,
    );
    expect(keys).toEqual(["a", "b", "c"]);
  });
});

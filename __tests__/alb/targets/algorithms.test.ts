import fc from "fast-check";
import {
  type PooledTarget,
  requestEnded,
  requestStarted,
  type SelectionContext,
  selectTarget,
  type TargetPool,
  updatePool,
} from "../../../lab/alb";
import { attributes, poolOf, seeded, tally, targets } from "./pools";

const context: SelectionContext = { nowMs: 0, random: () => 0 };
const take = (pool: TargetPool, given: Partial<SelectionContext> = {}) =>
  selectTarget(pool, { ...context, ...given });

describe("least outstanding requests", () => {
  const algorithm = "least_outstanding_requests";

  it("picks a target with the fewest requests in progress, whatever starts and ends [S3, S4]", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 100 }), (ends) => {
        const pool = poolOf("a b c d", { algorithm });
        const running: PooledTarget[] = [];
        for (const end of ends) {
          const chosen = take(pool)!;
          expect(chosen.outstanding).toBe(
            Math.min(...[...pool.targets.values()].map((one) => one.outstanding)),
          );
          requestStarted(chosen);
          running.push(chosen);
          const [ended] = running.splice(end, 1);
          if (ended !== undefined) requestEnded(ended, undefined);
        }
        const counts = [...pool.targets.values()].map(({ outstanding }) => outstanding);
        expect(counts.reduce((sum, count) => sum + count)).toBe(running.length);
      }),
    );
  });

  it("takes turns among equals", () => {
    const pool = poolOf("a b c", { algorithm });
    const fourTimes = () => Array.from({ length: 4 }, () => take(pool)?.key);
    expect(fourTimes()).toEqual(["a", "b", "c", "a"]);
    for (const member of pool.targets.values()) requestStarted(member);
    expect(fourTimes()).toEqual(["b", "c", "a", "b"]);
  });

  it("leaves a target alone that holds WebSockets until they are over [S4]", () => {
    const pool = poolOf("a b", { algorithm });
    const [a, b] = [...pool.targets.values()];
    requestStarted(a!);
    expect([take(pool), take(pool), take(pool)]).toEqual([b, b, b]);
    requestEnded(a!, false);
    expect(tally([take(pool)?.key, take(pool)?.key])).toEqual({ a: 1, b: 1 });
  });

  it("remembers requests in progress while states and attributes change", () => {
    const pool = poolOf("a b", { algorithm });
    requestStarted(pool.targets.get("a")!);
    updatePool(pool, attributes({ algorithm }), targets("b", "a:unhealthy"), 0);
    updatePool(pool, attributes({ algorithm }), targets("b", "a"), 0);
    expect(take(pool)?.key).toBe("b");
  });
});

describe("weighted random", () => {
  it("picks with even odds [S3, P-58]", () => {
    const [pool, random] = [poolOf("a b c d:unhealthy", { algorithm: "weighted_random" }), seeded(58)];
    const counts = tally(Array.from({ length: 3_000 }, () => take(pool, { random })?.key));
    expect(Object.keys(counts).sort()).toEqual(["a", "b", "c"]);
    for (const count of Object.values(counts)) expect(Math.abs(count / 3_000 - 1 / 3)).toBeLessThan(0.02);
  });

  it("picks some target for every draw there is", () => {
    const four = poolOf("a b c d", { algorithm: "weighted_random" });
    expect([0, 0.25, 0.5, 0.75].map((draw) => take(four, { random: () => draw })?.key)).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    const pool = poolOf("a b c", { algorithm: "weighted_random" });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (draw) => {
        expect(take(pool, { random: () => draw })?.key).toBe("abc"[Math.floor(draw * 3)]);
      }),
    );
  });
});

describe("anomalies", () => {
  const mitigating = { algorithm: "weighted_random", anomalyMitigation: "on" };
  const answer = (member: PooledTarget, times: number, failed: boolean) => {
    for (let index = 0; index < times; index++) {
      requestStarted(member);
      requestEnded(member, failed);
    }
  };
  /** Each target answers this often, `sick` with failures only; then five seconds pass. */
  const round = (pool: TargetPool, nowMs: number, sick: string | undefined, times = 20) => {
    for (const member of pool.targets.values()) answer(member, times, member.key === sick);
    take(pool, { nowMs });
  };
  const weights = (pool: TargetPool) => [...pool.targets.values()].map(({ weight }) => weight);
  const anomalous = (pool: TargetPool) =>
    [...pool.targets.values()].filter((member) => member.anomalous).map(({ key }) => key);

  it("are looked for every five seconds, and weigh less and less until they are over [S6]", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    round(pool, 4_999, "a");
    expect(weights(pool)).toEqual([1, 1, 1]);
    for (const [index, weight] of [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 16].entries()) {
      round(pool, 5_000 * (index + 1), "a");
      expect(weights(pool)).toEqual([weight, 1, 1]);
    }
    for (const [index, weight] of [1 / 8, 1 / 4, 1 / 2, 1, 1].entries()) {
      round(pool, 30_000 + 5_000 * index, undefined);
      expect(weights(pool)).toEqual([weight, 1, 1]);
    }
  });

  it("get requests in proportion to their weight, and a request refused elsewhere still finds them [S6]", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    round(pool, 5_000, "a");
    const random = seeded(6);
    const counts = tally(Array.from({ length: 5_000 }, () => take(pool, { random })?.key));
    expect(Math.abs(counts.a! / 5_000 - 0.2)).toBeLessThan(0.02);
    expect(take(pool, { tried: new Set(["b", "c"]), random })?.key).toBe("a");
  });

  it.each([
    ["with fewer than three healthy targets [S6]", "a b c:unhealthy", 20],
    ["after few answers", "a b c", 9],
  ])("are none %s", (_title, texts, times) => {
    const pool = poolOf(texts, mitigating);
    take(pool);
    round(pool, 5_000, "a", times);
    expect([anomalous(pool), weights(pool)]).toEqual([[], [1, 1, 1]]);
  });

  it("are none when all targets fail alike", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    for (const member of pool.targets.values()) answer(member, 20, true);
    take(pool, { nowMs: 5_000 });
    expect(anomalous(pool)).toEqual([]);
  });

  it("are none where the others fail more than half as often", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    for (const member of pool.targets.values()) {
      answer(member, member.key === "a" ? 18 : 10, true);
      answer(member, member.key === "a" ? 2 : 10, false);
    }
    take(pool, { nowMs: 5_000 });
    expect(anomalous(pool)).toEqual([]);
  });

  it("last, with the same weight, until there are enough answers to judge again", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    round(pool, 5_000, "a");
    round(pool, 10_000, undefined, 9);
    expect([anomalous(pool), weights(pool)]).toEqual([["a"], [1 / 2, 1, 1]]);
    round(pool, 15_000, undefined, 1);
    expect([anomalous(pool), weights(pool)]).toEqual([[], [1, 1, 1]]);
  });

  it("count answers until there are enough of them", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    round(pool, 5_000, "a", 6);
    round(pool, 10_000, "a", 6);
    expect(anomalous(pool)).toEqual(["a"]);
  });

  it("are detected in every group, and mitigated only where that is on and the algorithm allows it [S6]", () => {
    for (const given of [
      { ...mitigating, anomalyMitigation: "off" },
      { ...mitigating, algorithm: "round_robin" },
    ]) {
      const pool = poolOf("a b c", given);
      take(pool);
      round(pool, 5_000, "a");
      expect([anomalous(pool), weights(pool)]).toEqual([["a"], [1, 1, 1]]);
    }
  });

  it("do not count requests that end without a word of the target's, such as when the client leaves", () => {
    const pool = poolOf("a b c", mitigating);
    const member = take(pool)!;
    requestStarted(member);
    requestEnded(member, undefined);
    expect([member.answered, member.failed]).toEqual([0, 0]);
  });

  it("are apart from health: the target stays healthy and keeps being chosen [S6]", () => {
    const pool = poolOf("a b c", mitigating);
    take(pool);
    round(pool, 5_000, "a");
    expect(pool.targets.get("a")?.target.state).toBe("healthy");
    expect(take(pool, { random: () => 0 })?.key).toBe("a");
  });
});

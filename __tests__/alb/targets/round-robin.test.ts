import fc from "fast-check";
import {
  createPool,
  requestStarted,
  type SelectionContext,
  selectTarget,
  type TargetPool,
  updatePool,
} from "../../../lab/alb";
import { attributes, poolOf, tally, targets } from "./pools";

const context: SelectionContext = { nowMs: 0, random: () => 0 };
const take = (pool: TargetPool, times: number, given: Partial<SelectionContext> = {}) =>
  Array.from({ length: times }, () => selectTarget(pool, { ...context, ...given })?.key);
const names = (size: number, state = "healthy") =>
  targets(...Array.from({ length: size }, (_, i) => `t${i}:${state}`));

describe("round robin", () => {
  it("goes through the healthy targets in sequence [S3]", () => {
    expect(take(poolOf("a b c"), 7)).toEqual(["a", "b", "c", "a", "b", "c", "a"]);
  });

  it("gives every target its exact share in any run of whole rounds [P-58]", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        (size, skipped, rounds) => {
          const pool = createPool(attributes(), names(size), 0);
          take(pool, skipped);
          expect(Object.values(tally(take(pool, size * rounds)))).toEqual(Array(size).fill(rounds));
        },
      ),
    );
  });

  it("leaves out targets that are not healthy [S3]", () => {
    expect(take(poolOf("a b:unhealthy c:initial d:draining e:unused f"), 4)).toEqual(["a", "f", "a", "f"]);
  });

  it("takes its turns in every group by itself, also where groups share targets [S2]", () => {
    const [one, other] = [poolOf("a b"), poolOf("a b")];
    expect([take(one, 1), take(other, 1), take(other, 1), take(one, 1)].flat()).toEqual(["a", "a", "b", "b"]);
  });

  it("goes on with the next one when targets come and go", () => {
    fc.assert(
      fc.property(
        fc.subarray(names(8), { minLength: 2 }),
        fc.subarray(names(8), { minLength: 1 }),
        fc.nat(20),
        (before, after, skipped) => {
          const pool = createPool(attributes(), before, 0);
          const upcoming = take(createPool(attributes(), before, 0), skipped + before.length).slice(skipped);
          take(pool, skipped);
          updatePool(pool, attributes(), after, 0);
          const staying = upcoming.find((key) => after.some((target) => target.key === key)) ?? after[0]?.key;
          expect(take(pool, 1)).toEqual([staying]);
        },
      ),
    );
  });

  it("gives way to another algorithm and comes back at any time [S1]", () => {
    const pool = poolOf("a b c");
    const change = (algorithm: string) =>
      updatePool(pool, attributes({ algorithm }), targets("a", "b", "c"), 0);
    expect(take(pool, 1)).toEqual(["a"]);
    change("weighted_random");
    expect(take(pool, 2, { random: () => 0.99 })).toEqual(["c", "c"]);
    change("least_outstanding_requests");
    for (const key of ["a", "b"]) requestStarted(pool.targets.get(key)!);
    expect(take(pool, 2)).toEqual(["c", "c"]);
    change("round_robin");
    expect(take(pool, 3)).toEqual(["a", "b", "c"]);
  });
});

describe("a request that was refused by a target", () => {
  it.each(["round_robin", "least_outstanding_requests", "weighted_random"])(
    "tries each of the others at most once with %s [P-03]",
    (algorithm) => {
      const pool = poolOf("a b c", { algorithm });
      const tried = new Set<string>();
      for (let key = take(pool, 1, { tried })[0]; key !== undefined; [key] = take(pool, 1, { tried })) {
        expect(tried.has(key)).toBe(false);
        tried.add(key);
      }
      expect([...tried].sort()).toEqual(["a", "b", "c"]);
    },
  );

  it("is not sent back to the target that its client is tied to [P-03]", () => {
    expect(take(poolOf("a b"), 2, { sticky: "a", tried: new Set(["a"]) })).toEqual(["b", "b"]);
  });
});

import {
  candidatesOf,
  type GroupAttributes,
  type SelectionContext,
  selectTarget,
  type TargetPool,
  updatePool,
} from "../../../lab/alb";
import { attributes, poolOf, tally, targets } from "./pools";

const keys = (pool: TargetPool, times: number, given: Partial<SelectionContext> = {}) =>
  Array.from({ length: times }, () => selectTarget(pool, { nowMs: 0, random: () => 0, ...given })?.key);
const distinct = (texts: string, given: Partial<GroupAttributes> = {}) =>
  [...new Set(keys(poolOf(texts, given), 20))].join(" ");

describe("a group without enough healthy targets", () => {
  it("fails open: all registered targets get requests, those in initial too [H70, H71, P-E10, P-47]", () => {
    expect(distinct("a:unhealthy b:initial c:unavailable")).toBe("a b c");
    expect(candidatesOf(poolOf("a:unhealthy"), undefined).failsOpen).toBe(true);
  });

  it("sends nothing to draining and unused targets even then [H71, S26, S41]", () => {
    expect(distinct("a:unhealthy b:draining c:unused d:unhealthy")).toBe("a d");
  });

  it("is back to the healthy ones as soon as there are enough [H70]", () => {
    expect(distinct("a:unhealthy b c:initial")).toBe("b");
    expect(candidatesOf(poolOf("a:unhealthy b"), undefined).failsOpen).toBe(false);
  });

  it("goes by its own thresholds [H73]", () => {
    const count = { unhealthyStateRouting: { count: 2, percentage: "off" as const } };
    expect([distinct("a b:unhealthy c:unhealthy", count), distinct("a b c:unhealthy", count)]).toEqual([
      "a b c",
      "a b",
    ]);
    const share = { unhealthyStateRouting: { count: 1, percentage: 50 } };
    expect([distinct("a b:unhealthy c:unhealthy", share), distinct("a b:unhealthy", share)]).toEqual([
      "a b c",
      "a",
    ]);
  });

  it("does not count targets that cannot get requests [H73]", () => {
    const share = { unhealthyStateRouting: { count: 1, percentage: 50 } };
    expect(distinct("a b:unhealthy c:draining d:unused", share)).toBe("a");
  });

  it.each(["round_robin", "least_outstanding_requests", "weighted_random"])(
    "has nobody to choose with %s when it is empty or all its targets are unused [E503, P-48]",
    (algorithm) => {
      expect(distinct("", { algorithm })).toBe("");
      expect(distinct("a:unused b:unused", { algorithm })).toBe("");
      expect(candidatesOf(poolOf("", { algorithm }), undefined).failsOpen).toBe(false);
    },
  );
});

describe("zones", () => {
  const off = { crossZone: "false" };
  const example = "a1@A a2@A b1@B b2@B b3@B b4@B b5@B b6@B b7@B b8@B";
  /** Clients are spread evenly over the nodes by DNS. */
  const share = (given: Partial<GroupAttributes>) => {
    const pool = poolOf(example, given);
    return tally([...keys(pool, 800, { zone: "A" }), ...keys(pool, 800, { zone: "B" })]);
  };

  it.each(["use_load_balancer_configuration", "true"])(
    "are all reached by every node with cross-zone %s [S9, S11]",
    (crossZone) => {
      expect(new Set(Object.values(share({ crossZone })))).toEqual(new Set([160]));
    },
  );

  it("are kept apart by a group that switches cross-zone load balancing off [S9, S11]", () => {
    const { a1, a2, ...others } = share(off);
    expect([a1, a2]).toEqual([400, 400]);
    expect(new Set(Object.values(others))).toEqual(new Set([100]));
  });

  it("go on with their own turn when something changes in another one", () => {
    const pool = poolOf("a@A b@A c@A d@B", off);
    expect(keys(pool, 2, { zone: "A" })).toEqual(["a", "b"]);
    updatePool(pool, attributes(off), targets("a@A", "b@A", "c@A", "d@B:unhealthy"), 0);
    expect(keys(pool, 2, { zone: "A" })).toEqual(["c", "a"]);
  });

  it("without a target get 503s then [S9, E503]", () => {
    expect(keys(poolOf("a@A", off), 1, { zone: "B" })).toEqual([undefined]);
    expect(keys(poolOf("a@A b@B:draining", off), 1, { zone: "B" })).toEqual([undefined]);
    expect(keys(poolOf("a@A", {}), 1, { zone: "B" })).toEqual(["a"]);
  });

  it("fail open one by one without cross-zone load balancing, and together with it [H76, H77]", () => {
    const failed = [1, 2, 3, 4, 5, 6].map((n) => `b${n}@B:unhealthy`).join(" ");
    const texts = `a1@A a2@A a3@A a4@A a5@A a6@A a7@A a8@A a9@A a10@A ${failed} b7@B b8@B b9@B b10@B`;
    const unhealthyStateRouting = { count: "off", percentage: 50 } as const;
    const reached = (zone: string, crossZone: string) =>
      new Set(keys(poolOf(texts, { crossZone, unhealthyStateRouting }), 40, { zone })).size;
    expect([reached("A", "false"), reached("B", "false")]).toEqual([10, 10]);
    expect([reached("A", "true"), reached("B", "true")]).toEqual([14, 14]);
  });

  it("all reach a target that has no zone of its own, such as an address outside the network", () => {
    const pool = poolOf("a@A x y@all", off);
    expect(new Set(keys(pool, 9, { zone: "A" }))).toEqual(new Set(["a", "x", "y"]));
    expect(new Set(keys(pool, 9, { zone: "C" }))).toEqual(new Set(["x", "y"]));
  });
});

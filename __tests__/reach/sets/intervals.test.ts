import fc from "fast-check";
import {
  covers,
  type Intervals,
  intersect,
  overlap,
  subtract,
  unite,
} from "../../../lab/reach/sets/intervals";

const numbers = Array.from({ length: 40 }, (_, index) => BigInt(index));

const sets = fc
  .array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 6 })
  .map((pairs) => unite(pairs.map(([first, last]) => ({ first: BigInt(first), last: BigInt(last) }))));

const has = (set: Intervals, number: bigint) =>
  set.some(({ first, last }) => first <= number && number <= last);
const membersOf = (set: Intervals) => numbers.filter((number) => has(set, number));

it("unites, intersects and subtracts as sets of single numbers do", () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      const [a, b] = [new Set(membersOf(one)), new Set(membersOf(other))];
      expect(membersOf(unite(one, other))).toEqual(numbers.filter((n) => a.has(n) || b.has(n)));
      expect(membersOf(intersect(one, other))).toEqual(numbers.filter((n) => a.has(n) && b.has(n)));
      expect(membersOf(subtract(one, other))).toEqual(numbers.filter((n) => a.has(n) && !b.has(n)));
      expect(overlap(one, other)).toBe([...a].some((n) => b.has(n)));
      expect(covers(one, other)).toBe([...b].every((n) => a.has(n)));
    }),
  );
});

it("writes a set in one way only: in order, and with a gap between any two intervals", () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      for (const set of [unite(one, other), subtract(one, other), intersect(one, other)])
        for (const [index, { first, last }] of set.entries()) {
          expect(first).toBeLessThanOrEqual(last);
          const before = set[index - 1];
          if (before) expect(first).toBeGreaterThan(before.last + 1n);
        }
    }),
  );
});

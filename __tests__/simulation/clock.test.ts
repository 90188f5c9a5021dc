import fc from "fast-check";
import { Clock } from "../../lab/simulation/clock/clock";
import { randomStream } from "../../lab/simulation/clock/random";
import { parseMoment } from "../../lab/simulation/moment";

describe("the virtual clock", () => {
  it("lets things happen in the order of their times, and of their planning where these are the same", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const clock = new Clock(0);
        const happened: (readonly [number, number])[] = [];
        for (const [index, atMs] of times.entries())
          clock.at(atMs, () => happened.push([clock.nowMs, index] as const));
        clock.runUntil(20);
        const sorted = [...times.entries()].sort(([one, a], [other, b]) => a - b || one - other);
        expect(happened).toEqual(sorted.map(([index, atMs]) => [atMs, index]));
      }),
    );
  });

  it("leaves out what was called off, and what is due after the end", () => {
    const clock = new Clock(0);
    const happened: number[] = [];
    const tasks = [1, 2, 3].map((atMs) => clock.at(atMs, () => happened.push(atMs)));
    tasks[0]!.run = undefined;
    clock.runUntil(2);
    expect(happened).toEqual([2]);
  });
});

describe("seeded chance", () => {
  it("is spread evenly, and each purpose has its own", () => {
    const [one, same, other] = ["a", "a", "b"].map((purpose) => {
      const draw = randomStream(7, purpose);
      return Array.from({ length: 10_000 }, draw);
    });
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => one!.filter((value) => Math.floor(value * 10) === tenth).length,
    );
    // Five standard deviations.
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(900));
  });
});

describe("a moment", () => {
  it.each([
    ["90s", 90_000],
    ["1m30s", 90_000],
    ["1m 30s", 90_000],
    ["1.5h", 5_400_000],
    ["250ms", 250],
    [42, 42],
  ])("%s is so many milliseconds", (moment, milliseconds) => {
    expect(parseMoment(moment, "at")).toBe(milliseconds);
  });
});

import { isMissed, median, ratio, renderTable } from "../../bench/comparison";

const pairs = [
  { baseMs: 1000, measuredMs: 500 },
  { baseMs: 9000, measuredMs: 5400 },
  { baseMs: 2000, measuredMs: 1400 },
];

test("the median is the middle value, or the mean of the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("the ratio is the median of the ratios of the pairs, so that a slow round does not count more", () => {
  expect(ratio({ title: "", pairs })).toBe(0.6);
});

test("a target is met at its value and missed above it", () => {
  expect(isMissed({ title: "", pairs, targetRatio: 0.6 })).toBe(false);
  expect(isMissed({ title: "", pairs, targetRatio: 0.59 })).toBe(true);
  expect(isMissed({ title: "", pairs, targetSeconds: 1.4 })).toBe(false);
  expect(isMissed({ title: "", pairs, targetSeconds: 1.3 })).toBe(true);
});

test("without a single measurement every target is missed", () => {
  expect(isMissed({ title: "", pairs: [], targetRatio: 1 })).toBe(true);
});

test("the table fits in 80 columns and names what was missed", () => {
  const table = renderTable([
    { title: "100 services, by hand to constructs", pairs, targetRatio: 0.5 },
    { title: "empty app to npm start", pairs, targetSeconds: 3 },
  ]);
  expect(table.split("\n")).toEqual([
    "                                          base  measured  ratio target",
    "100 services, by hand to constructs     2.00 s    1.40 s  0.60x   0.5x  missed",
    "empty app to npm start                  2.00 s    1.40 s  0.60x    3 s  met",
  ]);
  expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

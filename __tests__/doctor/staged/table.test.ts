import { answerFaults } from "./faults/answers";
import { dashboardFaults } from "./faults/dashboard";
import { pairsOfServers } from "./faults/pairs-of-servers";
import { pairsOfSettings } from "./faults/pairs-of-settings";
import { processFaults } from "./faults/processes";
import { recordedFaults, recordedPairs } from "./faults/recorded";
import { settingFaults } from "./faults/settings";
import { trafficFaults } from "./faults/traffic";

const alone = [
  ...answerFaults,
  ...settingFaults,
  ...processFaults,
  ...trafficFaults,
  ...dashboardFaults.filter(({ says }) => says.length === 1),
  ...recordedFaults,
];
const pairs = [
  ...pairsOfServers,
  ...pairsOfSettings,
  ...dashboardFaults.filter(({ says }) => says.length > 1),
  ...recordedPairs,
];

const numbered = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

it("stages every cause and every reason code of AWS that there is [U1-U24, H50-H61]", () => {
  const staged = new Set(alone.flatMap(({ name }) => name.match(/\b[A-Z]\d+\b/g) ?? []));
  const wanted = [...numbered("U", 1, 24), ...numbered("H", 50, 61)];
  expect(wanted.filter((id) => !staged.has(id))).toEqual([]);
});

it("stages faults alone and in pairs, each once", () => {
  expect(alone.length).toBeGreaterThanOrEqual(28);
  expect(pairs.length).toBeGreaterThanOrEqual(20);
  const names = [...alone, ...pairs].map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

it("a pair is two causes that differ, or one that two targets share", () => {
  for (const { name, says } of pairs) expect([name, new Set(says).size]).toEqual([name, says.length]);
});

import type { RequestFacts } from "../../../lab/alb";
import { routeDiff } from "../../../lab/review/routes";
import { seeded } from "../../lint/routes/support/random-routes";
import { clientSees } from "./support/client-sees";
import { factsOf } from "./support/facts";
import { RandomEdits } from "./support/random-edits";
import { subjectOf } from "./support/topologies";

function diffed(random: RandomEdits) {
  const pair = random.pair();
  const { entrances } = routeDiff(subjectOf(pair.before), subjectOf(pair.after));
  const regions = entrances.flatMap((entrance) => entrance.regions);
  const unsure = entrances.flatMap((entrance) => entrance.unsure);
  return { pair, regions, unsure, sees: { before: clientSees(pair.before), after: clientSees(pair.after) } };
}

describe("for any two rule sets", () => {
  const random = new RandomEdits(seeded(20_261_129));
  const all = Array.from({ length: 200 }, () => diffed(random));

  it("a request is answered differently exactly when it lies in one region, 100,000 times", () => {
    const wrong: RequestFacts[] = [];
    let different = 0;
    for (const { pair, regions, sees } of all) {
      for (let count = 0; count < 500; count++) {
        const request = random.request(pair);
        const isDifferent = sees.before(request)[0] !== sees.after(request)[0];
        const holding = regions.filter((region) => region.holds(request)).length;
        if (holding !== Number(isDifferent)) wrong.push(request);
        if (isDifferent) different++;
      }
    }
    expect(wrong).toEqual([]);
    expect(different).toBeGreaterThan(20_000);
    expect(different).toBeLessThan(80_000);
  });

  it("every region has an example that lies in it alone and is answered differently", () => {
    let count = 0;
    for (const { regions, sees } of all) {
      for (const { example } of regions) {
        const request = factsOf(example!);
        expect(regions.filter((region) => region.holds(request))).toHaveLength(1);
        expect(sees.before(request)).not.toEqual(sees.after(request));
        count++;
      }
    }
    expect(count).toBeGreaterThan(1_000);
  });

  it("nothing is unsure where all is known, and the result is the same again", () => {
    for (const { pair, regions, unsure } of all.slice(0, 30)) {
      expect(unsure).toEqual([]);
      const [again] = routeDiff(subjectOf(pair.before), subjectOf(pair.after)).entrances;
      expect(JSON.stringify(again?.regions ?? [])).toBe(JSON.stringify(regions));
    }
  });
});

it("of rule sets that are not wholly known, what is certain is told exactly, and the rest is unsure", () => {
  const random = new RandomEdits(seeded(11), true);
  const all = Array.from({ length: 90 }, () => diffed(random));
  const asked = all.flatMap(({ pair, regions, unsure, sees }) =>
    Array.from({ length: 60 }, () => {
      const request = random.request(pair);
      const [before, after] = [sees.before(request), sees.after(request)];
      const isCertain = before.length + after.length === 2 && ![...before, ...after].includes("?");
      const isDifferent = !before.some((answer) => after.includes(answer));
      const holding = regions.filter((region) => region.holds(request)).length;
      return { isCertain, isDifferent, holding, isTold: unsure.length > 0 };
    }),
  );
  const certain = asked.filter(({ isCertain }) => isCertain);
  expect(certain.filter(({ isDifferent, holding }) => holding !== Number(isDifferent))).toEqual([]);
  expect(certain.filter(({ isDifferent }) => isDifferent).length).toBeGreaterThan(500);
  const doubtful = asked.filter(({ isCertain }) => !isCertain);
  expect(doubtful.filter(({ holding }) => holding > 0)).toEqual([]);
  expect(doubtful.filter(({ isDifferent, isTold }) => isDifferent && !isTold)).toEqual([]);
  expect(doubtful.filter(({ isDifferent }) => isDifferent).length).toBeGreaterThan(500);
});

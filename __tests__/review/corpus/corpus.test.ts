import { allRisks, type Review, reviewOf, sidesOfPlan } from "../../../lab/review";
import { parseInput } from "../../../lab/topology";
import { type Case, fileNameOf } from "./case";
import { allCases } from "./cases";
import { readPlan, storedPlans } from "./stored-plans";

const hurting = allCases.filter(({ risks }) => risks.length > 0);
const harmless = allCases.filter(({ risks }) => risks.length === 0);

function reviewOfCase(each: Case): Review {
  const name = fileNameOf(each);
  const text = readPlan(name);
  if (text === undefined) throw new Error(`${name} must be stored, got nothing; npm run review:corpus`);
  const sides = sidesOfPlan(parseInput(text, name));
  if (sides === undefined) throw new Error(`${name} must be a plan, got something else`);
  return reviewOf(sides);
}

/** What the review of a stored plan finds, the worst first. */
function risksOf(each: Case): readonly string[] {
  return reviewOfCase(each).risks.map(({ id, address }) => `${id} ${address}`);
}

const idOf = (risk: string) => risk.split(" ")[0];

test("the corpus is large, and every change has a name of its own", () => {
  expect(hurting.length).toBeGreaterThanOrEqual(32);
  expect(harmless.length).toBeGreaterThanOrEqual(20);
  expect(new Set(allCases.map(fileNameOf)).size).toBe(allCases.length);
});

test("every change has a stored plan, and every stored plan a change", () => {
  expect(storedPlans()).toEqual(allCases.map(fileNameOf).sort());
});

test("every kind of risk is found in a plan of real Terraform", () => {
  const covered = new Set(hurting.flatMap(({ risks }) => risks));
  expect([...covered].sort()).toEqual(allRisks.map(({ id }) => id).sort());
});

test("no stored plan names a machine", () => {
  for (const name of storedPlans()) {
    expect(readPlan(name)).not.toMatch(/127\.0\.0\.1|localhost|"\/(home|root|tmp|work|Users)\//);
  }
});

test.each(hurting.map((each) => [each.name, each] as const))("hurts: %s", (_, each) => {
  const ids = risksOf(each).map(idOf);

  expect(ids).toEqual(expect.arrayContaining([...each.risks]));
  expect(ids[0]).toBe(each.risks[0]);
});

test.each(harmless.map((each) => [each.name, each] as const))("harmless: %s", (_, each) => {
  expect(risksOf(each)).toEqual([]);
  expect(reviewOfCase(each).verdict.level).toBe("safe");
});

import { PROBLEM_IDS } from "../../../constructs";
import { problemsIn } from "../../support/synthesize";
import { actionCases } from "./cases-action";
import { conditionCases } from "./cases-condition";
import { labCases } from "./cases-lab";
import { loadBalancerCases } from "./cases-load-balancer";
import { networkCases } from "./cases-network";
import { registrationCases } from "./cases-registration";
import { serverCases, serviceCases } from "./cases-service";
import { targetGroupCases } from "./cases-target-group";
import { readProblemsPage } from "./problems-page";

const cases = [
  ...targetGroupCases,
  ...registrationCases,
  ...loadBalancerCases,
  ...conditionCases,
  ...actionCases,
  ...networkCases,
  ...serverCases,
  ...serviceCases,
  ...labCases,
];
const named = cases.map(([id, line, declare]) => [`${line} [${id}]`, id, line, declare] as const);

test.each(named)("%s", (_, id, line, declare) => {
  const lines = problemsIn(declare).map((problem) => `${problem.path}: ${problem.message} [${problem.id}]`);
  expect(lines).toContain(`${line} [${id}]`);
});

test("every kind of problem has a case", () => {
  const tried = new Set(cases.map(([id]) => id));
  expect(PROBLEM_IDS.filter((id) => !tried.has(id))).toEqual([]);
});

test("the ids are sorted, each there once", () => {
  expect([...PROBLEM_IDS]).toEqual([...new Set(PROBLEM_IDS)].sort());
});

test("the page of problems has every id once, with a message that is really given", () => {
  const page = readProblemsPage();
  expect(page.map(({ id }) => id)).toEqual([...PROBLEM_IDS]);
  const given = new Set(cases.map(([id, line]) => `${id}: ${line}`));
  expect(page.filter(({ id, example }) => !given.has(`${id}: ${example}`))).toEqual([]);
});

test("the page of problems says in a few words what each means", () => {
  for (const { meaning } of readProblemsPage()) expect(meaning).toMatch(/^[A-Z].{10,}\.$/);
});

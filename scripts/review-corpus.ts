import type { Base, Case } from "../__tests__/review/corpus/case";
import { fileNameOf } from "../__tests__/review/corpus/case";
import { allCases } from "../__tests__/review/corpus/cases";
import { readPlan, removePlan, storedPlans, storePlan } from "../__tests__/review/corpus/stored-plans";
import { Deployment } from "./corpus/deployment";
import { firstDifference } from "./corpus/same-plan";
import { stablePlan } from "./corpus/stable-plan";

const basesAtOnce = 2;
const usage = `npm run review:corpus -- [--check] [name ...]
  plans every change of the corpus anew, or those whose names contain one of the texts;
  --check stores nothing, and tells which stored plans would differ`;

/** Exit codes: 0 all are as they should be, 1 some differ or could not be planned, 2 the command line is wrong. */
async function run(words: readonly string[]): Promise<number> {
  const isCheck = words.includes("--check");
  const parts = words.filter((word) => word !== "--check");
  if (parts.some((part) => part.startsWith("-"))) return say(2, usage);
  const chosen = allCases.filter(
    (each) => parts.length === 0 || parts.some((part) => fileNameOf(each).includes(part)),
  );
  if (chosen.length === 0) return say(2, usage);
  const bases = new Set(chosen.map(({ base }) => base));
  const waiting = [...bases].map((base) => [base, chosen.filter((each) => each.base === base)] as const);
  let bad = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) bad += await planAll(...next, isCheck);
  };
  await Promise.all(Array.from({ length: basesAtOnce }, work));
  if (parts.length === 0) bad += strays(isCheck);
  return bad > 0 ? 1 : 0;
}

/** Plans all cases of a base; gives how many differ or fail. */
async function planAll(base: Base, cases: readonly Case[], isCheck: boolean): Promise<number> {
  let deployment: Deployment;
  try {
    deployment = await Deployment.start(base);
  } catch (error) {
    return say(cases.length, `base ${base.name}: ${(error as Error).message}`);
  }
  let bad = 0;
  try {
    for (const each of cases) bad += await planOne(deployment, each, isCheck);
  } finally {
    await deployment.stop();
  }
  return bad;
}

async function planOne(deployment: Deployment, each: Case, isCheck: boolean): Promise<number> {
  const name = fileNameOf(each);
  try {
    const text = stablePlan(await deployment.plan(each), deployment.madeUp);
    const stored = readPlan(name);
    const difference = stored === undefined ? "nothing was stored" : firstDifference(stored, text);
    if (difference === undefined) return say(0, `same: ${name}`);
    if (isCheck) return say(1, `differs: ${name}\n  ${difference}`);
    storePlan(name, text);
    return say(0, `stored: ${name}`);
  } catch (error) {
    return say(1, `failed: ${name}\n${(error as Error).message}`);
  }
}

/** Plans that no case has any more. */
function strays(isCheck: boolean): number {
  const names = new Set(allCases.map(fileNameOf));
  const found = storedPlans().filter((name) => !names.has(name));
  for (const name of found) {
    console.log(`${isCheck ? "stray" : "removed"}: ${name}`);
    if (!isCheck) removePlan(name);
  }
  return isCheck ? found.length : 0;
}

function say(result: number, text: string): number {
  console.log(text);
  return result;
}

run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentNames } from "../../environments";
import { scripts as npmScripts } from "../../package.json";
import { runHere } from "../cli/support/run-here";
import { jobs, scripts, steps, workflow, workflows } from "./support/workflows";

const review = workflow("pull-request.yml");
const apply = workflow("apply.yml");

/** Everything that is run, in workflows and in the scripts that they call, with continued lines joined. */
const texts = [
  ...steps.flatMap(({ step }) => step.run ?? []),
  ...readdirSync(scripts).map((file) => readFileSync(join(scripts, file), "utf8")),
].map((text) => text.replace(/\\\n\s*/g, " "));

const commands = texts.flatMap((text) => [
  ...text.matchAll(/npm run --silent alb-lab -- (\w+)([^|;&>\n]*)/g),
]);

describe("what the workflows name", () => {
  it("as an npm script is one of this package", () => {
    const named = texts.flatMap((text) => [...text.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)]);
    expect(named.length).toBeGreaterThan(3);
    for (const [, script = ""] of named) expect(npmScripts).toHaveProperty([script]);
  });

  it.each(["lint", "review"])("as options of alb-lab %s are options of it", async (command) => {
    const used = commands.filter(([, name]) => name === command);
    expect(used.length).toBeGreaterThan(0);
    const { exitCode, out } = await runHere([command, "--help"]);
    expect(exitCode).toBe(0);
    for (const [, , words = ""] of used)
      for (const [option] of words.matchAll(/--[\w-]+/g)) expect(out).toContain(option);
  });

  it("as a command of alb-lab is lint or review", () => {
    expect(new Set(commands.map(([, name]) => name))).toEqual(new Set(["lint", "review"]));
  });

  it("as environments are those of this project, everywhere", () => {
    const applied = Object.keys(apply.jobs).filter((name) => name !== "reviewed");
    expect(review.jobs.plan?.strategy?.matrix.environment).toEqual(environmentNames);
    expect(review.env?.ENVIRONMENTS).toBe(environmentNames.join(" "));
    expect(applied).toEqual(environmentNames);
    for (const name of environmentNames)
      expect(apply.text).toContain(`APPLY_ROLE_ARN_${name.toUpperCase()} }}`);
  });

  it("as the release of Terraform is the same where a plan is made and where it is applied", () => {
    const releases = workflows.flatMap(({ env }) => env?.TERRAFORM_VERSION ?? []);
    expect(releases).toHaveLength(2);
    expect(new Set(releases).size).toBe(1);
  });

  it("as a script is there, and every script is used", () => {
    const named = texts.join("\n");
    const used = readdirSync(scripts).filter((file) => named.includes(`/${file.replace(/\.js$/, "")}`));
    expect(used).toEqual(readdirSync(scripts));
    for (const [, file = ""] of named.matchAll(/\.github\/scripts\/([\w.-]+)/g))
      expect(readdirSync(scripts)).toContain(file);
  });
});

/** A condition of a job as a function of how the jobs before it ended; its grammar is that of JavaScript. */
function conditionOf(text: string) {
  const expression = text.replace(/^\$\{\{|\}\}$/g, "");
  const evaluate = new Function("needs", "vars", "cancelled", `return ${expression || "true"}`);
  return (results: Readonly<Record<string, string>>, role = "arn") => {
    const ended = Object.entries({ reviewed: "success", ...results });
    const needs = Object.fromEntries(ended.map(([job, result]) => [job, { result }]));
    const vars = new Proxy({}, { get: () => role });
    return evaluate(needs, vars, () => false);
  };
}

describe("environments are applied", () => {
  it("one after the other", () => {
    const order = environmentNames.map(
      (name) => jobs.find(({ place }) => place === `apply.yml: ${name}`)?.job,
    );
    const needs = order.map((job) => [(job as { needs?: string | string[] }).needs ?? []].flat());
    expect(needs).toEqual(
      environmentNames.map((_, index) => ["reviewed", ...environmentNames.slice(0, index)]),
    );
  });

  it.each(environmentNames)("%s only after each before it was applied, or is not set up", (name) => {
    const before = environmentNames.slice(0, environmentNames.indexOf(name));
    const condition = conditionOf(apply.jobs[name]?.if ?? "");
    const runs = (last: string) =>
      before.map((one) =>
        condition({ ...Object.fromEntries(before.map((other) => [other, "success"])), [one]: last }),
      );
    for (const good of ["success", "skipped"]) expect(runs(good)).toEqual(before.map(() => true));
    for (const bad of ["failure", "cancelled"]) expect(runs(bad)).toEqual(before.map(() => false));
    if (before.length === 0) return;
    expect(condition({ dev: "skipped", staging: "skipped", reviewed: "failure" })).toBe(false);
    expect(condition({ dev: "success", staging: "success" }, "")).toBe(false);
  });
});

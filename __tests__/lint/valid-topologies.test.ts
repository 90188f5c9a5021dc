import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lint } from "../../lab/lint";
import { parseTopology } from "../../lab/topology";
import { synthesizeLab, synthesizeTeamProd } from "../support/synthesize";
import { merge, root } from "./support/pages";
import { shop } from "./support/shop";
import { validShapes } from "./support/valid-shapes";

function errorsIn(text: string): readonly string[] {
  const { findings } = lint(parseTopology(text));
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ id, address, message }) => `${id} ${address}: ${message}`);
}

it.each(Object.entries(validShapes))("nothing is wrong with %s", (_, patch) => {
  const whole = shop();
  merge(whole.resource, patch);
  expect(errorsIn(JSON.stringify(whole))).toEqual([]);
});

it("nothing is wrong with the warnings of the shop either: there are none beside policies", () => {
  const { findings } = lint(parseTopology(JSON.stringify(shop())));
  expect(findings.map(({ id, address }) => `${id} ${address}`)).toEqual([
    "instance-without-role aws_instance.api",
    "instance-without-role aws_instance.web",
  ]);
});

it.each([
  ["dev", () => synthesizeLab("dev")],
  ["staging", () => synthesizeLab("staging")],
  ["prod", () => synthesizeLab("prod")],
  ["prod of a team", () => synthesizeTeamProd()],
])("nothing is wrong with the environment %s, as lab and as production", (_, synthesize) => {
  const text = JSON.stringify(synthesize().json);
  for (const profile of ["lab", "prod"] as const) {
    const { findings } = lint(parseTopology(text), { profile });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  }
});

it("nothing is guessed of what data sources look up", () => {
  expect(errorsIn(readFileSync(join(root, "__tests__/topology/fixtures/lookup.plan.json"), "utf8"))).toEqual(
    [],
  );
});

it("nothing is guessed of what dynamic blocks will be", () => {
  expect(errorsIn(readFileSync(join(root, "__tests__/topology/fixtures/dynamic.plan.json"), "utf8"))).toEqual(
    [],
  );
});

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { outcomeOf, testWithTool } from "../userdata/with-tool";
import { scripts, steps } from "./support/workflows";

const files = readdirSync(scripts).filter((file) => file.endsWith(".sh"));
const inline = steps.flatMap(({ place, step }) =>
  step.run === undefined ? [] : ([[place, step.run]] as const),
);
const silent = { status: 0, output: "" };

test.each(inline)("bash understands %s", (_, run) => {
  expect(outcomeOf("bash", ["-n"], run)).toEqual(silent);
});

test.each(files)("%s is bash, may be run, and stops at the first failure", (file) => {
  const path = join(scripts, file);
  expect(outcomeOf("bash", ["-n", path])).toEqual(silent);
  expect(statSync(path).mode & 0o111).toBe(0o111);
  expect(outcomeOf("grep", ["--count", "^set -euo pipefail$", path])).toEqual({ status: 0, output: "1\n" });
});

testWithTool("shellcheck has nothing to say about any of them", ["shellcheck", "--version"], () => {
  expect(
    outcomeOf(
      "shellcheck",
      files.map((file) => join(scripts, file)),
    ),
  ).toEqual(silent);
  for (const [, run] of inline)
    expect(outcomeOf("shellcheck", ["--shell=bash", "-"], `set -eo pipefail\n${run}`)).toEqual(silent);
});

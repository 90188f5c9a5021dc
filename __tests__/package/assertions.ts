import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ownEnvironment, root } from "./packed";

/** What a team that writes tests has installed: of this repository, which has it already. */
const tools = ["jest", "expect", "@jest/globals", "@types/jest"];

const stack = '"cdktf.out/stacks/test"';
const request = '"GET http://orders.example.com/stock/7"';
const assertions = `
test("passes", () => {
  expect(${stack}).toRoute(${request}).to("stock").over({ listener: 80 });
  expect(${stack}).toBeReachableOnlyFrom("stock", [{ from: "alb", port: 3000 }]);
  expect(${stack}).not.toRoute(${request}).to("shop");
});
test("fails", () => {
  expect(${stack}).toRoute(${request}).to("shop");
});
export function misuse(): void {
  // @ts-expect-error: seconds are a number
  expect(${stack}).toNoticeDeathWithin("stock", "35");
  // @ts-expect-error: it says more than that only with .to and .over
  expect(${stack}).toRoute(${request}).toBe("stock");
}
`;
const drill = `
test("drills", () => {
  const drill: Drill = simulate(${stack}, { request: ${request} });
  expect(drill.run("1s").failed.count).toBe(0);
});
`;

/** Test files by what they have: Jest's globals and the set-up, or nothing but what they import. */
const files = {
  "globals.test.ts": assertions,
  "imports.test.ts": `import { expect, test } from "@jest/globals";\nimport { type Drill, simulate } from "alb-lab/testing";\n${assertions}${drill}`,
};

const transform = { "\\.ts$": [require.resolve("@swc/jest"), { jsc: { parser: { syntax: "typescript" } } }] };
const projects = [
  { testMatch: ["**/globals.test.ts"], setupFilesAfterEnv: ["alb-lab/testing"], transform },
  { testMatch: ["**/imports.test.ts"], injectGlobals: false, transform },
];

/** Makes a project that has the package installed one that asserts with it, and takes the AWS SDK from it. */
export function addAssertions(project: string): void {
  for (const tool of tools) {
    const link = join(project, "node_modules", tool);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", tool), link, "dir");
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  writeFileSync(join(project, "jest.config.json"), JSON.stringify({ projects }));
  rmSync(join(project, "node_modules/@aws-sdk"), { recursive: true, force: true });
}

/** What each test said, by file and name: nothing where it passed. */
export function runAssertions(project: string): Readonly<Record<string, string>> {
  const words = [join(project, "node_modules/jest/bin/jest.js"), "--json"];
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: project,
    env: ownEnvironment(),
    encoding: "utf8",
  });
  if (!stdout.startsWith("{")) throw new Error(`jest: failed\n${stdout}${stderr}`);
  const { testResults } = JSON.parse(stdout) as Results;
  const said = testResults.flatMap(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) throw new Error(`${name}: ${message}`);
    return assertionResults.map(({ title, failureMessages }) => {
      const [line = ""] = failureMessages.map((text) => stripVTControlCharacters(text));
      return [`${basename(name)} ${title}`, line.replace(/^Error: /, "").replace(/\n {4}at .*/s, "")];
    });
  });
  return Object.fromEntries(said);
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { matchers } from "../../lab/testing";
import { synthesize } from "../../main";
import { planWith } from "../testing/support/plan";
import { programOf, readSnippets } from "./testing-page";

const snippets = readSnippets();
const directory = realpathSync(mkdtempSync(join(tmpdir(), "alb-lab-page-")));
const before = process.cwd();

const rule = { address: "aws_lb_listener_rule.api", actions: ["update"] };
const plans = {
  "plan.json": [
    rule,
    { address: "aws_lb_target_group.api", actions: ["update"] },
    { address: "aws_lb.main" },
  ],
  "other-plan.json": [
    rule,
    { address: "aws_lb_target_group.api", actions: ["create", "delete"], replacePaths: [["port"]] },
    {
      address: 'aws_instance.api["c"]',
      actions: ["delete"],
      action_reason: "delete_because_each_key",
    },
  ],
};

/** What the page speaks of lies where it is run. */
beforeAll(() => {
  process.env.CDKTF_OUTDIR = join(directory, "cdktf.out");
  synthesize(["staging", "prod"]);
  for (const [name, changes] of Object.entries(plans))
    writeFileSync(join(directory, name), JSON.stringify(planWith(changes)));
  process.chdir(directory);
});

afterAll(() => {
  process.chdir(before);
  rmSync(directory, { recursive: true, force: true });
});

describe("the page on assertions", () => {
  const doors: Readonly<Record<string, string>> = {
    "alb-lab": "../../constructs",
    "alb-lab/testing": "../../lab/testing",
  };
  const { outputText } = ts.transpileModule(programOf(snippets), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const run = new Function("require", "exports", outputText);
  run((name: string) => require(doors[name] ?? name), {});
});

test.each(Object.keys(matchers))(
  "the page shows how %s passes, and what it says when it fails",
  (matcher) => {
    const using = snippets.filter(({ text }) => text.includes(`.${matcher}(`));
    expect(using.some(({ message }) => message === undefined)).toBe(true);
    expect(using.some(({ message }) => message?.startsWith("expected "))).toBe(true);
  },
);

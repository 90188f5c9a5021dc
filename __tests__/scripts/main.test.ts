import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { ConfigurationError, LabStack } from "../../constructs";
import { checkEnvironment, EnvironmentError, selectEnvironments } from "../../environments";
import { problemLines } from "../../main";
import { root } from "./run";

const outdir = mkdtempSync(join(tmpdir(), "main-"));
afterAll(() => rmSync(outdir, { recursive: true }));

test("main.ts has at most 40 lines", () => {
  expect(readFileSync(join(root, "main.ts"), "utf8").trim().split("\n").length).toBeLessThanOrEqual(40);
});

describe("the lines about an error", () => {
  const problem = { id: "some-id", path: "dev/web", message: "port must be 1, got 2; correct it" };

  test("are those of the environments or of the constructs", () => {
    const line = "dev/web: port must be 1, got 2; correct it [some-id]";
    expect(problemLines(new EnvironmentError([problem]))).toBe(line);
    expect(problemLines(new ConfigurationError([problem, problem]))).toBe(`${line}\n${line}`);
  });

  test("are not made of any other error", () => {
    expect(() => problemLines(new TypeError("a bug"))).toThrow("a bug");
  });
});

test("every part of a stack that a service could be named like is reserved", () => {
  const app = new App({ outdir });
  const parts = selectEnvironments().flatMap((environment) => {
    const bucket = { stateBucket: { bucket: "acme-states" } };
    const stack = new LabStack(app, environment.name, { ...environment, ...bucket });
    const services = environment.services.map(({ name }) => name);
    return stack.node.children.map(({ node }) => node.id).filter((id) => !services.includes(id));
  });
  const possible = [...new Set(parts)].filter((id) => /^[a-z][a-z0-9-]*$/.test(id));
  expect(possible).toContain("alb");
  const settings = { name: "dev", zones: ["ap-northeast-2a", "ap-northeast-2c"] };
  const accepted = possible.filter(
    (name) => checkEnvironment({ ...settings, services: [{ name }] }).problems.length === 0,
  );
  expect(accepted).toEqual([]);
});

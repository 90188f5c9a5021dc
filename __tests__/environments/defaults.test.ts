import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkEnvironment } from "../../environments";
import { sound } from "./problems-of";

const source = readFileSync(join(__dirname, "../../environments/settings.ts"), "utf8");
const blocks = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+)\?: /g);
const documented = [...blocks].map(([, doc = "", key = ""]) => {
  return [
    key,
    doc
      .replace(/\n\s*\*/g, " ")
      .split("@default")[1]
      ?.trim() ?? "none documented",
  ] as const;
});

describe("the documentation of the settings", () => {
  test("names a default for every key that may be left out", () => {
    expect(documented.length).toBeGreaterThan(25);
    expect(documented.filter(([, text]) => text === "none documented").map(([key]) => key)).toEqual([
      "pathPrefix",
    ]);
  });

  test("names the defaults that are filled in", () => {
    const { environment } = checkEnvironment(sound);
    const filled: Record<string, unknown> = {
      ...environment,
      ...environment?.services[0],
      ...environment?.healthCheck,
    };
    const literal = documented.filter(([, text]) => /^("|\[|\{|\d|true$|false$)/.test(text));
    const claimed = literal.map(([key, text]) => [key, JSON.parse(text.replace(/, or .*/, ""))]);
    expect(claimed.length).toBeGreaterThan(20);
    expect(claimed).toEqual(claimed.map(([key]) => [key, filled[key]]));
  });

  test("is true of the instance type for arm64", () => {
    const { environment } = checkEnvironment({
      ...sound,
      services: [{ name: "web", architecture: "arm64" }],
    });
    expect(environment?.services[0]?.instanceType).toBe("t4g.micro");
  });
});

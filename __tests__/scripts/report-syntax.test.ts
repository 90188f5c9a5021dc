import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root, runScript } from "./run";

const directory = mkdtempSync(join(tmpdir(), "syntax-"));
symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
writeFileSync(
  join(directory, "tsconfig.json"),
  JSON.stringify({ compilerOptions: { module: "commonjs", target: "es2022" }, "ts-node": { swc: true } }),
);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function runWith(text: string) {
  const edited = join(directory, "edited.ts");
  const program = join(directory, "program.ts");
  writeFileSync(edited, text);
  writeFileSync(
    program,
    `import ${JSON.stringify(join(root, "scripts/report-syntax"))};\nimport "./edited";\nconsole.log("loaded");`,
  );
  return { edited, ...runScript(program, []) };
}

describe("a file that a team has edited", () => {
  it("and that cannot be read as TypeScript is told in one line", () => {
    const { edited, exitCode, out, err } = runWith("export const dev = {\n");
    const at = `${relative(root, edited)}:1:22: must be TypeScript, got: `;
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toContain(at);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("and that fails for another reason says where", () => {
    const { exitCode, err } = runWith('throw new Error("something else");');
    expect(exitCode).toBe(1);
    expect(err).toContain("something else");
    expect(err).toContain("edited.ts");
  });
});

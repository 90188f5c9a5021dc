import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readInput } from "../../../lab/topology/read-input";

const root = mkdtempSync(join(tmpdir(), "alb-lab-read-"));
afterAll(() => rmSync(root, { recursive: true }));

const stack = (name: string) => ({ "//": { metadata: { stackName: name } }, terraform: {} });

function write(path: string, content: unknown): string {
  const file = join(root, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function synthesize(directory: string, ...names: readonly string[]): string {
  const stacks = names.map((name) => [name, { name, synthesizedStackPath: `stacks/${name}/cdk.tf.json` }]);
  write(`${directory}/manifest.json`, { version: "0.21.0", stacks: Object.fromEntries(stacks) });
  for (const name of names) write(`${directory}/stacks/${name}/cdk.tf.json`, stack(name));
  return join(root, directory);
}

describe("readInput", () => {
  it("reads a file", () => {
    expect(readInput(write("file/cdk.tf.json", stack("dev"))).json).toEqual(stack("dev"));
  });

  it("reads the directory of a stack, of an output with one stack, and of a project", () => {
    const output = synthesize("project/cdktf.out", "dev");
    for (const path of [join(output, "stacks/dev"), output, join(root, "project")])
      expect(readInput(path).json).toEqual(stack("dev"));
  });

  it("takes the stack that is named of an output with several", () => {
    const output = synthesize("several", "dev", "prod", "__proto__");
    expect(readInput(output, { stack: "prod" }).json).toEqual(stack("prod"));
    expect(readInput(output, { stack: "__proto__" }).json).toEqual(stack("__proto__"));
    expect(() => readInput(output)).toThrow(
      `${output}: must be one stack, got dev, prod, __proto__; name it, such as --stack dev, or give its path`,
    );
    expect(() => readInput(output, { stack: "staging" })).toThrow(
      `${output}: must hold the stack staging, got dev, prod, __proto__; synthesize it`,
    );
  });

  it("reads the only configuration of a directory", () => {
    write("one/main.tf.json", { locals: {} });
    expect(readInput(join(root, "one")).kind).toBe("synth");
  });

  it("reads a pipe", () => {
    const pipe = join(root, "pipe");
    execFileSync("mkfifo", [pipe]);
    execFileSync("sh", ["-c", `printf '{"locals":{}}' > '${pipe}' &`], { stdio: "ignore" });
    expect(readInput(pipe).kind).toBe("synth");
  });

  it.each([
    [
      "a path where nothing is",
      () => join(root, "nowhere"),
      "must be a file that can be read, got no such file",
    ],
    ["a path through a file", () => join(write("plain", "{}"), "x"), "must be a file that can be read"],
    [
      "an empty directory",
      () => join(write("empty/.x/y", ""), "../.."),
      "must hold cdk.tf.json or cdktf.out",
    ],
    [
      "Terraform's own language",
      () => join(write("hcl/main.tf", ""), ".."),
      "got Terraform's own language; plan it",
    ],
    [
      "a manifest without stacks",
      () => join(write("no/manifest.json", {}), ".."),
      "must list stacks, got none",
    ],
    ["a broken manifest", () => join(write("broken/manifest.json", "{"), ".."), "must be CDKTF's manifest"],
    [
      "a manifest that leads elsewhere",
      () => {
        const stacks = { dev: { synthesizedStackPath: "../../etc/cdk.tf.json" } };
        return join(write("evil/manifest.json", { stacks }), "..");
      },
      "must list stacks of its own directory",
    ],
    [
      "several configurations",
      () => join(write("two/a.tf.json", {}), write("two/b.tf.json", {}) && ".."),
      "must hold one configuration, got 2",
    ],
  ])("refuses %s in one line", (_, make, message) => {
    const path = make();
    expect(() => readInput(path)).toThrow(message);
    expect(() => readInput(path)).toThrow(/^[^\n]+: must [^\n]+, got [^\n]+; [^\n]+$/);
  });
});

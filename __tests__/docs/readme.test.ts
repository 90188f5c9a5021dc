import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Block, blocksOf, codeOf, readPages, root } from "./markdown";
import { programOf, readSnippets, path as testingPage } from "./testing-page";

jest.setTimeout(120_000);

const pages = readPages();
const blocks = pages.flatMap(blocksOf).filter(({ language }) => language === "ts");
// those of the page on assertions go on from each other
const snippets: readonly Pick<Block, "place" | "text">[] = [
  ...blocks.filter(({ place }) => !place.startsWith(`${testingPage}:`)),
  { place: testingPage, text: programOf(readSnippets()) },
];
// A block that calls app.synth() is a whole program: it is run, and must write a stack.
const programs = blocks.filter(({ text }) => text.includes("app.synth()"));

const directory = realpathSync(mkdtempSync(join(tmpdir(), "alb-lab-docs-")));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "dir");
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  const config = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*.ts"], exclude: [] };
  writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(config));
  for (const snippet of snippets) writeFileSync(join(directory, fileOf(snippet)), sourceOf(snippet));
});

test("the readme shows the constructs in programs that can be run", () => {
  const shown = programs
    .filter(({ place }) => place.startsWith("README.md:"))
    .map(({ text }) => text)
    .join();
  for (const name of ["AlbWithTargetGroup", "ExpressInstance", "ExpressService", "LabNetwork"]) {
    expect(shown).toContain(`new ${name}(`);
  }
});

test("every TypeScript block of the documentation is type-checked against the sources", () => {
  const { stdout } = runNode([
    "typescript/lib/tsc.js",
    "--project",
    directory,
    "--noEmit",
    "--pretty",
    "false",
  ]);
  expect(stdout).toBe("");
});

test.each(programs.map((program) => [program.place, program] as const))(
  "the program at %s writes its stack",
  (_, program) => {
    const outdir = join(directory, `${fileOf(program)}.out`);
    const { status, stderr } = runNode(["ts-node/dist/bin.js", join(directory, fileOf(program))], outdir);
    expect(`${status} ${stderr}`).toBe("0 ");
    const stacks = readdirSync(join(outdir, "stacks"));
    expect(stacks).toHaveLength(program.text.match(/new (TerraformStack|LabStack)\(/g)?.length ?? 0);
    for (const stack of stacks) {
      const { resource } = JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8"));
      expect(Object.keys(resource)).toContain("aws_lb");
    }
  },
);

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const npmItself = ["ci", "install", "pack"];

test.each(["README.md", "CONTRIBUTING.md", "docs/testing.md"])(
  "every npm command that %s names exists",
  (path) => {
    const code = pages.filter((page) => page.path === path).flatMap(codeOf);
    const named = code.flatMap((text) => [...text.matchAll(/\bnpm (run )?(?:--\w+ )*([\w:-]+)/g)]);
    const known = (isRun: boolean, name: string) => name in scripts || (!isRun && npmItself.includes(name));
    const unknown = named.filter(([, isRun, name = ""]) => !known(isRun !== undefined, name));
    expect(named.length).toBeGreaterThan(0);
    expect(unknown.map(([command]) => command)).toEqual([]);
  },
);

test("every link to a file leads to one", () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = ""]) => ({ path, target })),
  );
  const dead = links.filter(({ path, target }) => !existsSync(join(root, dirname(path), target)));
  expect(dead).toEqual([]);
});

function fileOf({ place }: Pick<Block, "place">): string {
  return `${place.replace(/[^\w-]+/g, "-")}.ts`;
}

/** The block as it stands, with the package's name led to the sources. */
function sourceOf({ text }: Pick<Block, "text">): string {
  const doors = {
    '"alb-lab"': "constructs",
    '"alb-lab/userdata"': "userdata",
    '"alb-lab/testing"': "lab/testing",
  };
  let source = text.trimStart();
  for (const [name, door] of Object.entries(doors))
    source = source.replaceAll(name, JSON.stringify(join(root, door)));
  return /^(import|export)\b/m.test(source) ? source : `${source}export {};\n`;
}

function runNode([script = "", ...words]: readonly string[], outdir?: string) {
  const env = { ...process.env, ...(outdir && { CDKTF_OUTDIR: outdir }) };
  return spawnSync(process.execPath, [require.resolve(script), ...words], {
    cwd: directory,
    env,
    encoding: "utf8",
  });
}
